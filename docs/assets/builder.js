/* The session builder: from topics and a length to a running order. It reads what the page lists, and keeps nothing. */
(function () {
  "use strict";
  var build = document.querySelector(".mf-build");
  if (!build) return;
  var result = build.querySelector(".mf-built");
  var said = build.querySelector(".mf-said");
  var rows = Array.from(document.querySelectorAll("[data-lengths]"), function (row, at) {
    var of = row.dataset;
    return {
      at: at, key: of.block, kind: of.kind, session: of.session, topic: of.topic, priority: +of.priority, place: of.place,
      shared: "shared" in of, lengths: of.lengths.split(",").map(Number), title: row.querySelector("th").firstChild.textContent.trim()
    };
  });
  var wanted = {};

  function make(tag, text, parent) {
    var made = document.createElement(tag);
    made.textContent = text;
    return parent.appendChild(made);
  }

  function minutes(count) {
    return count + (count === 1 ? " minute" : " minutes");
  }

  function sum(list, length) {
    return list.reduce(function (total, row) { return total + row.lengths[length]; }, 0);
  }

  /* What every session has: the first of each kind. */
  function standing() {
    var kinds = {};
    return rows.filter(function (row) {
      var first = row.place && !kinds[row.kind];
      kinds[row.kind] = true;
      return first;
    });
  }

  /* The session that gives most of the chosen parts also gives its questions and its scenario. */
  function main(found) {
    var counts = {};
    found.forEach(function (row) { counts[row.session] = (counts[row.session] || 0) + (row.shared ? 0.1 : 1); });
    return Object.keys(counts).sort(function (one, other) { return counts[other] - counts[one]; })[0];
  }

  function candidates(topics) {
    var about = rows.filter(function (row) { return !row.place && topics.indexOf(row.topic) >= 0; });
    var from = main(about);
    return rows.filter(function (row) {
      if (row.kind === "check" || row.kind === "recap") return row.session === from;
      return about.indexOf(row) >= 0 || (row.kind === "scenario" && row.session === from);
    });
  }

  /* What matters most goes in first; among equals the topics take turns. */
  function choose(found, room, length) {
    var turns = {};
    var dropped = [];
    found.forEach(function (row) { row.turn = turns[row.topic + row.priority] = (turns[row.topic + row.priority] || 0) + 1; });
    var taken = found.slice().sort(function (one, other) {
      return (wanted[other.key] === true) - (wanted[one.key] === true) || one.priority - other.priority || one.turn - other.turn || one.at - other.at;
    }).filter(function (row) {
      var fits = wanted[row.key] === true || (wanted[row.key] !== false && row.lengths[length] <= room);
      if (fits) room -= row.lengths[length];
      else dropped.push(row);
      return fits;
    });
    return { taken: taken, dropped: dropped };
  }

  function rank(row) {
    return ["recap", "input", "activity", "scenario", "rehearsal", "check"].indexOf(row.kind);
  }

  function arrange(taken, fixed, length) {
    var middle = taken.slice().sort(function (one, other) {
      return rank(one) - rank(other) || one.at - other.at;
    });
    function at(place) { return fixed.filter(function (row) { return row.place === place; }); }
    var whole = sum(middle, length) + sum(fixed, length);
    var best = 0;
    middle.forEach(function (row, number) {
      function off(count) { return Math.abs(sum(at("start"), length) + sum(middle.slice(0, count), length) - whole / 2); }
      if (off(number + 1) < off(best)) best = number + 1;
    });
    return [].concat(at("start"), middle.slice(0, best), at("pause"), middle.slice(best), at("end"));
  }

  function change(cell, text, row, value) {
    var button = make("button", text, cell);
    button.type = "button";
    button.className = "mf-button";
    make("span", ": " + row.title, button).className = "mf-hidden";
    button.addEventListener("click", function () {
      wanted[row.key] = value;
      show();
      said.focus();
    });
  }

  function list(order, length) {
    var body = result.querySelector("tbody");
    var now = 0;
    body.textContent = "";
    order.forEach(function (row) {
      var line = body.insertRow();
      var took = row.lengths[length];
      make("td", now + " to " + (now + took), line);
      make("td", took, line);
      make("th", row.title, line).scope = "row";
      var cell = make("td", "", line);
      if (row.place) cell.textContent = "Always";
      else change(cell, "Leave out", row, false);
      now += took;
    });
  }

  function drop(dropped, length) {
    var place = result.querySelector(".mf-dropped");
    var items = place.querySelector("ul");
    items.textContent = "";
    place.hidden = !dropped.length;
    dropped.forEach(function (row) { change(make("li", row.title + ", " + minutes(row.lengths[length]) + " ", items), "Put in", row, true); });
  }

  /* The address of its slides names blocks and the length, and nothing else. */
  function address(order, length) {
    var from = order.filter(function (row) { return !row.place && !row.shared; });
    var sessions = (from.length ? from : order.filter(function (row) { return !row.place; }))
      .map(function (row) { return row.session; })
      .filter(function (name, at, all) { return all.indexOf(name) === at; });
    var keys = sessions.map(function (name) { return name + "-outcomes"; });
    order.forEach(function (row) {
      if (row.kind === "close") sessions.forEach(function (name) { keys.push(name + "-actions"); });
      keys.push(row.key);
    });
    return build.dataset.slides + "#blocks=" + keys.join(",") + "&for=" + length;
  }

  function show() {
    var topics = Array.from(build.querySelectorAll("[name=topic]:checked"), function (box) { return box.value; });
    var chosen = build.querySelector("[name=length]:checked");
    var length = +chosen.value;
    result.hidden = !topics.length;
    document.documentElement.toggleAttribute("data-built", !!topics.length);
    document.querySelectorAll(".mf-tools p").forEach(function (said) { said.hidden = !!topics.length; });
    if (!topics.length) {
      said.textContent = "Choose one topic or more.";
      return;
    }
    var fixed = standing();
    var room = chosen.dataset.minutes - sum(fixed, length);
    var picked = choose(candidates(topics), room, length);
    var order = arrange(picked.taken, fixed, length);
    var left = chosen.dataset.minutes - sum(order, length);
    said.textContent = minutes(sum(order, length)) + " of " + chosen.dataset.minutes + ". "
      + (left < 0 ? "That is " + minutes(-left) + " too long: leave something out." : left > 0 ? minutes(left) + " left for questions." : "It fits.")
      + (picked.dropped.length ? " What drops out: " + picked.dropped.length + "." : " Nothing drops out.");
    list(order, length);
    drop(picked.dropped, length);
    result.querySelector("a").href = address(order, length);
  }

  said.tabIndex = -1;
  build.addEventListener("change", function () {
    wanted = {};
    show();
  });
  result.querySelector(".mf-buttons button").addEventListener("click", function () { window.print(); });
  show();
})();
