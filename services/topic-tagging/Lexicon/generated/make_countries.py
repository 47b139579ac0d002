#!/usr/bin/env python3
"""Writes countries.tsv from Unicode CLDR: how every ISO 3166 country is named in some seventy languages.

    python3 make_countries.py /path/to/lexicon-sources

See README.md for the rules. The hand-written files in ../countries win: where one has patterns for a language, nothing is
generated for that country and language. supplement.tsv adds what CLDR lacks, and takes away ("!") what misleads.
"""
import csv
import gzip
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
SOURCES = pathlib.Path(sys.argv[1])

# Our tag: CLDR's locale, and how the language bends names (families below).
LANGUAGES = {
    "en": ("en", "exact"), "it": ("it", "romance"), "fr": ("fr", "romance"), "es": ("es", "romance"), "pt": ("pt", "romance"),
    "ca": ("ca", "romance"), "gl": ("gl", "romance"), "ro": ("ro", "romanian"), "de": ("de", "genitive-s"), "nl": ("nl", "genitive-s"),
    "af": ("af", "genitive-s"), "lb": ("lb", "genitive-s"), "fy": ("fy", "genitive-s"), "sv": ("sv", "genitive-s"), "da": ("da", "genitive-s"),
    "nb": ("no", "genitive-s"), "is": ("is", "icelandic"), "fi": ("fi", "finnic"), "et": ("et", "finnic"), "hu": ("hu", "hungarian"),
    "ru": ("ru", "slavic"), "uk": ("uk", "slavic"), "be": ("be", "slavic"), "bg": ("bg", "slavic"), "mk": ("mk", "slavic"),
    "sr": ("sr", "slavic"), "hr": ("hr", "slavic"), "bs": ("bs", "slavic"), "sl": ("sl", "slavic"), "cs": ("cs", "slavic"),
    "sk": ("sk", "slavic"), "pl": ("pl", "slavic"), "lt": ("lt", "baltic"), "lv": ("lv", "baltic"), "el": ("el", "greek"),
    "sq": ("sq", "albanian"), "eu": ("eu", "basque"), "eo": ("eo", "esperanto"), "ga": ("ga", "exact"), "cy": ("cy", "exact"),
    "tr": ("tr", "turkish"), "az": ("az", "turkic"), "kk": ("kk", "turkic"), "ky": ("ky", "turkic"), "uz": ("uz", "turkic"),
    "tk": ("tk", "turkic"), "tt": ("tt", "turkic"), "tg": ("tg", "turkic"), "mn": ("mn", "turkic"), "hy": ("hy", "armenian"),
    "ka": ("ka", "georgian"), "ar": ("ar", "arabic"), "he": ("he", "hebrew"), "fa": ("fa", "persian"), "ps": ("ps", "persian"),
    "ur": ("ur", "persian"), "hi": ("hi", "indic"), "mr": ("mr", "indic"), "ne": ("ne", "indic"), "bn": ("bn", "indic"),
    "gu": ("gu", "indic"), "pa": ("pa", "indic"), "si": ("si", "indic"), "ta": ("ta", "dravidian"), "te": ("te", "dravidian"),
    "kn": ("kn", "dravidian"), "ml": ("ml", "dravidian"), "am": ("am", "ethiopic"), "sw": ("sw", "exact"), "so": ("so", "exact"),
    "ha": ("ha", "exact"), "zu": ("zu", "exact"), "id": ("id", "exact"), "ms": ("ms", "exact"), "fil": ("fil", "exact"),
    "vi": ("vi", "exact"), "th": ("th", "glyph"), "lo": ("lo", "glyph"), "km": ("km", "glyph"), "my": ("my", "glyph"),
    "ja": ("ja", "glyph"), "ko": ("ko", "hangul"), "zh-Hans": ("zh", "glyph"), "zh-Hant": ("zh-Hant", "glyph"),
}

# Per family: endings of a name that give way to others, the longest tail after the rest, and the same for adjectives.
FAMILIES = {
    "exact": (r"", 0, r"", 1),
    "romance": (r"", 0, r"(os|as|es|o|a|e|i|s)$", 3),
    "romanian": (r"(a|ă)$", 3, r"(ă|e|i|ene|eni)$", 5),
    "genitive-s": (r"", 1, r"(er|en|es|e)$", 3),
    "icelandic": (r"(a|ur|i)$", 3, r"(ur|ir|ar|i|a)$", 4),
    "finnic": (r"", 9, r"", 9),
    "hungarian": (r"", 8, r"i$", 7),
    "slavic": (r"(а|я|о|е|и|і|ы|ь|й|a|o|e|y|i)$", 3, r"(ого|ому|ими|ым|ая|яя|ые|ий|ый|ое|ой|ой|их|ых|ей|ego|iej|ých|ého|ej|ich|ými|ima|oga|og|ih|im|em|om|a|e|i|o|y|ý|á|é|í|а|е|и|о|у|ы|і|я)$", 4),
    "baltic": (r"(as|is|us|os|a|ė|e|i|s)$", 4, r"(as|is|us|os|ių|ų|u|a|ė|e|i|s)$", 4),
    "greek": (r"(α|ά|η|ή|ο|ό|ος|ός|ες|ές|ας|άς)$", 3, r"(ς|α|ο|η|ό|ή|ά)$", 4),
    "albanian": (r"(a|ia|i|u|ë)$", 4, r"(e|a|i|ë)$", 4),
    "basque": (r"(a)$", 5, r"(a)$", 5),
    "esperanto": (r"(o)$", 3, r"(a|aj)$", 3),
    "turkish": (r"", 0, r"", 3),
    "turkic": (r"", 7, r"", 6),
    "armenian": (r"", 4, r"(ական|ային)$", 9),
    "georgian": (r"(ი|ა|ე|ო)$", 5, r"(ური|ული|ი)$", 6),
    "arabic": (r"", 0, r"(ية|ي)$", 3),
    "hebrew": (r"", 0, r"(ית|י)$", 3),
    "persian": (r"", 2, r"", 2),
    "indic": (r"", 4, r"", 4),
    "dravidian": (r"[்ా్್്ാಾ]$", 7, r"[்್్്]$", 6),
    "ethiopic": (r"", 3, r"", 3),
    "glyph": (r"", 0, r"", 0),
    "hangul": (r"", 0, r"", 0),
}
CASELESS = {"georgian", "arabic", "hebrew", "persian", "indic", "dravidian", "ethiopic", "glyph", "hangul"}
MIN_STEM = 3
# Amharic writes of, in, for, from, about, to and like in front of the name.
PREFIXES_AMHARIC = "(የ|በ|ለ|ከ|ስለ|ወደ|እንደ|ከነ|እነ)"


def fold(text):
    decomposed = unicodedata.normalize("NFD", text.lower().replace("’", "'").replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ə", "e"))
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn" or ord(c) > 0x590)


def read_names():
    """locale -> country -> names; the first is the usual one."""
    names = {}
    with gzip.open(SOURCES / "cldr-territory-names.tsv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if re.fullmatch("[A-Z]{2}", row["cc"]) and row["cc"] not in NOT_COUNTRIES:
                names.setdefault(row["locale"], {}).setdefault(row["cc"], []).append((row["variant"], row["name"]))
    return names


# Reserved and grouping codes of CLDR that ISO 3166-1 does not assign.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def read_adjectives():
    """our tag -> country -> adjective forms, mined from the names of currencies."""
    data = json.loads((SOURCES / "cldr-country-names-and-mined-adjectives-48langs.json").read_text(encoding="utf-8"))["langs"]
    tags = {"no": "nb", "zh": "zh-Hans"}
    return {tags.get(v["loc"], v["loc"]): {c: [f for forms in groups for f in forms] for c, groups in v["adj"].items()} for v in data.values()}


def read_overlay():
    """The (country, language) pairs that people have written by hand."""
    pairs = set()
    for path in (HERE.parent / "countries").glob("*.yaml"):
        section = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"\S", line):
                section = line.split(":")[0]
            match = re.match(r"  ([A-Za-z-]+): \[", line)
            if match and section == "patterns":
                pairs.add((path.stem, match.group(1)))
    return pairs


def read_supplement():
    """(country, language) -> (patterns to add, patterns to leave out, false friends)."""
    supplement = {}
    for line in (HERE / "supplement.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, language, *cells = line.split("\t")
            add, drop, friends = supplement.setdefault((country, language), ([], [], []))
            for cell in cells:
                (drop if cell.startswith("!") else friends if cell.startswith("~") else add).append(cell.lstrip("!~"))
    return supplement


# Elsewhere the brackets hold the sovereign, or which part of an island is meant.
OTHER_NAME_IN_BRACKETS = {"MM", "FK", "SZ", "TL", "MK"}


def clean(name, country):
    """The forms that running text has: without brackets, with the article left out, dashes as spaces."""
    name = unicodedata.normalize("NFC", name)
    forms = [name]
    inner = re.match(r"^(.*?)\s*[(（](.+?)[)）]\s*$", name)
    if inner:
        # Two Congos: the name without its brackets says neither.
        forms = [] if country in ("CD", "CG") else [inner.group(1)]
        if country in OTHER_NAME_IN_BRACKETS and not re.search(r"[:：]", inner.group(2)):
            forms.append(inner.group(2))
    forms = [re.sub(r"\s+[-–—]\s+", " ", f).strip() for f in forms]
    forms += [f.replace(" & ", " and ") for f in forms if " & " in f]
    forms = [f.replace(" & ", " ") for f in forms]
    return [re.sub(r"^(The|Die|De|Le|La|Les|L’|Los|Las|O|Os|As|I) ", "", f) if len(f.split()) == 2 else f for f in forms if len(f) > 1 and "/" not in f]


def tail(stem, longest):
    """A short stem bears few letters more: otherwise Niger is in Nigeria and Mali in malice."""
    length = len(fold(stem))
    return min(longest, {0: 0, 1: 0, 2: 0, 3: 1, 4: 3, 5: 4, 6: 6}.get(length, 9))


def stem_pattern(form, strip, longest, capital, others):
    """A word, or a stem with a bounded tail that no other country's word fits into."""
    mark = "^" if capital and form[0].isupper() else ""
    words = form.replace("-", " ").split()
    if len(words) > 1:
        head = words[:-1]
        bent = [w if len(w) <= 3 else bend(w, strip, longest, set()) for w in head]
        return mark + " ".join(bent + [bend(words[-1], strip, longest, set())])
    return mark + bend(form, strip, longest, others)


def bend(word, strip, longest, others):
    if not longest:
        return word
    stem = re.sub(strip, "", word) if strip and len(word) > 4 else word
    # Without its ending Samoa would be a word of its own in half of Europe.
    if len(stem) <= 4 and fold(stem[-1]) in "aeiouаеиоуыіαεηιου":
        stem = word
    # Where the stem is another country's too, a longer one may not be: Niger(ia), but Nigeri(a).
    for end in range(len(stem), len(word) + 1):
        tried = word[:end]
        if len(fold(tried)) < MIN_STEM:
            continue
        room = tail(tried, longest)
        near = [other for other in others if other.startswith(fold(tried)) and other != fold(word)]
        if near and end < len(word):
            continue
        room = min([room] + [len(other) - len(fold(tried)) - 1 for other in near])
        if room >= max(1, len(word) - end):
            return f"{tried}%{room}"
    return word


def patterns(country, names, adjectives, family, others, language):
    strip, longest, adjective_strip, adjective_tail = FAMILIES[family]
    found = []
    cased = family not in CASELESS
    for variant, name in names:
        for form in clean(name, country):
            letters = len(re.sub(r"\W", "", form))
            if variant == "short" and form.isupper() and form.isascii() is not None and cased and letters <= 4:
                found.append("=" + form)
            elif family == "glyph":
                found += [form] if letters >= 2 else []
            elif family == "hangul":
                found += [("^" if letters <= 3 else "") + form] if letters >= 2 else []
            elif letters >= 3:
                found.append(stem_pattern(form, strip, longest, cased, others))
                if family == "ethiopic":
                    found.append(PREFIXES_AMHARIC + found[-1])
                if family in ("persian", "hebrew") and " " not in form and longest == 0:
                    found.append(form)
    found += [a for a in adjective_patterns(country, names, adjectives, adjective_strip, adjective_tail, others, family, language)]
    return list(dict.fromkeys(found))


def adjective_patterns(country, names, forms, strip, longest, others, family, language):
    if country in NO_ADJECTIVES or family in ("glyph", "hangul") or language == "vi":
        return
    starts = {fold(n)[:3] for _, name in names for n in clean(name, country)}
    for form in forms:
        if " " in form or "-" in form or len(form) < 4 or fold(form)[:3] not in starts:
            continue
        if fold(form) in others or any(fold(form) == fold(n) for _, n in names):
            continue
        # Where the mined form is the name's genitive, it is written with the name's capital.
        yield "^" + bend(form[0].upper() + form[1:], strip, longest, others) if family in ("baltic", "greek", "finnic") and language != "et" else bend(form, strip, longest, others)


# Adjectives that several countries share, or that are ordinary words.
NO_ADJECTIVES = {"GN", "GQ", "GW", "PG", "DM", "CG", "CD", "KN", "VC", "AG", "ST", "TT", "CF", "CV", "SS", "KP", "KR", "AS", "VI", "VG", "MP", "IO", "HM"}


LABELS = {"CD": "DR Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MO": "Macao", "PS": "Palestine"}


def main():
    names, adjectives, overlay, supplement = read_names(), read_adjectives(), read_overlay(), read_supplement()
    countries = sorted(names["en"])
    rows = []
    for language, (locale, family) in LANGUAGES.items():
        table = names[locale]
        folded = {c: {fold(f) for _, n in table.get(c, []) for f in clean(n, c)} | {fold(f) for f in adjectives.get(language, {}).get(c, [])} for c in countries}
        for country in countries:
            add, drop, friends = (a + b for a, b in zip(supplement.get((country, language), ([], [], [])), supplement.get((country, "*"), ([], [], []))))
            if (country, language) in overlay or (not table.get(country) and not add):
                continue
            others = {w for c, words in folded.items() if c != country for w in words} - folded[country]
            made = patterns(country, table.get(country, []), adjectives.get(language, {}).get(country, []), family, others, language)
            made = [p for p in made if "*" not in drop and re.sub(r"%\d*", "", p) not in {re.sub(r"%\d*", "", d) for d in drop}] + [p for p in add if p not in made]
            if made:
                rows.append([country, language, *made, *("~" + f for f in friends)])
    rows.sort()
    labels = {c: LABELS.get(c) or clean(names["en"][c][0][1], c)[0] for c in countries}
    with open(HERE / "countries.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("# Generated by make_countries.py from Unicode CLDR 48.2.0; do not edit. Unicode-3.0: see LICENSE-Unicode-3.0.txt.\n")
        file.write("# country, language, patterns; ~ before a false friend. A line with the language \"label\" names the country.\n")
        for country in countries:
            file.write(f"{country}\tlabel\t{labels[country]}\n")
        for row in rows:
            file.write("\t".join(row) + "\n")
    print(f"{len(countries)} countries, {len({r[1] for r in rows})} languages, {len(rows)} rows, {sum(len(r) - 2 for r in rows)} patterns", file=sys.stderr)


if __name__ == "__main__":
    main()
