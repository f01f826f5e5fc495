"""What the 2019 guide was made of, by the ids of the pages that it became here; the guide changes no more."""

SECTIONS = (
    *("how-this-helps", "about", "key-documents", "understanding", "why-it-happens", "why-it-matters"),
    *("first-hour", "what-next", "supportive-discussion", "parents-and-carers", "moving-forward-plan"),
)
QUESTIONS = ("devices", "group-incident", "not-interested", "happened-again", "outside-hours", "now-targeted")
BEHAVIOURS = ("image-sharing", "pressure-and-threats", "targeted-bullying", "unwanted-attention")
