/*
 * Says whether a service is open now, from its table of hours in UK time. A table is a list of spans in minutes of a
 * week that begins on Monday, such as "600-960 2040-2400". Bank holidays are not known here.
 */
(function () {
  "use strict";
  var DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  var DAY = 1440;
  var clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London", weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23"
  });

  function minuteOfWeek() {
    var parts = {};
    clock.formatToParts(new Date()).forEach(function (part) { parts[part.type] = part.value; });
    return DAYS.indexOf(parts.weekday) * DAY + parts.hour * 60 + Number(parts.minute);
  }

  function spoken(minute, now) {
    var day = Math.floor(minute / DAY);
    var hour = Math.floor(minute % DAY / 60);
    var rest = minute % 60;
    var time = (hour % 12 || 12) + (rest ? "." + String(rest).padStart(2, "0") : "") + (hour < 12 ? "am" : "pm");
    return (day === Math.floor(now / DAY) && minute > now ? "today" : DAYS[day]) + " at " +
      (hour === 0 && !rest ? "midnight" : hour === 12 && !rest ? "noon" : time);
  }

  function said(spans, now) {
    if (spans.some(function (span) { return span[0] <= now && now < span[1]; })) return "Open now. ";
    var next = spans.find(function (span) { return span[0] > now; }) || spans[0];
    return "Closed now, opens " + spoken(next[0], now) + ". ";
  }

  function show() {
    var now = minuteOfWeek();
    document.querySelectorAll(".mf-hours").forEach(function (place) {
      var spans = place.dataset.hours.split(" ").map(function (span) { return span.split("-").map(Number); });
      place.textContent = said(spans, now) + (spans[0][1] - spans[0][0] < 7 * DAY ? "Bank holidays may differ." : "");
    });
  }

  show();
  window.setInterval(show, 30000);
})();
