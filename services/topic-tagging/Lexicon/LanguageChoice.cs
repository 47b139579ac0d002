using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Decides which languages' patterns apply to an article.</summary>
internal static class LanguageChoice
{
    public const string Any = "*";

    // Languages without patterns of their own borrow those of a neighbour that is written nearly alike.
    private static readonly Dictionary<string, string[]> Borrowed = new()
    {
        ["zh"] = ["zh-Hans", "zh-Hant"],
        ["yue"] = ["zh-Hant", "zh-Hans"],
        ["wuu"] = ["zh-Hans", "zh-Hant"],
        ["hr"] = ["sr"],
        ["bs"] = ["sr"],
        ["sh"] = ["sr"],
        ["cnr"] = ["sr"],
        ["ms"] = ["id"],
        ["mo"] = ["ro"],
        ["no"] = ["nb"],
        ["nn"] = ["nb"],
        ["tl"] = ["fil"],
        ["mk"] = ["bg"],
        ["gl"] = ["pt", "es"],
        ["prs"] = ["fa"],
        ["iw"] = ["he"],
    };

    // Text in these scripts often quotes or repeats English; text in Latin letters does so unnoticed.
    private const double MixedShare = 0.2;

    private static readonly Dictionary<string, string[]> ByScript = new()
    {
        ["Cyrillic"] = ["ru", "uk", "bg", "sr"],
        ["Greek"] = ["el"],
        ["Arabic"] = ["ar", "fa"],
        ["Hebrew"] = ["he"],
        ["Devanagari"] = ["hi"],
        ["Thai"] = ["th"],
        ["Hangul"] = ["ko"],
        ["Kana"] = ["ja"],
        ["Han"] = ["zh-Hans", "zh-Hant"],
        ["Armenian"] = ["hy"],
        ["Georgian"] = ["ka"],
        ["Bengali"] = ["bn"],
        ["Tamil"] = ["ta"],
        ["Ethiopic"] = ["am"],
        ["Latin"] = ["cs", "de", "en", "es", "fi", "fr", "hu", "id", "it", "nl", "pl", "pt", "ro", "sr", "sv", "tr", "vi"],
    };

    /// <summary>
    /// The languages whose patterns apply, without repetition; some marked <see cref="LexiconSnapshot.WithoutCountries"/>. <c>*</c> is not
    /// among them and always applies.
    /// </summary>
    /// <param name="plausible">BCP-47 tags, best first.</param>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="title">The headline.</param>
    /// <param name="text">The body.</param>
    public static List<string> For(IReadOnlyList<string> plausible, LexiconSnapshot lexicon, string title, string text)
    {
        var chosen = new List<string>();
        var available = lexicon.Languages;
        var known = plausible.Where(p => p.Length > 0 && p != "und").ToList();
        foreach (var tag in known) AddKnown(chosen, available, tag);
        var scripts = ScriptShares.Of(title, text);
        // Also for a known language without patterns (Latin, Frisian): names and loans of its neighbours find most, and three concepts that
        // must meet keep false friends out. On the evaluation set all languages at once cost nothing. A language that has the names of
        // countries and nothing else (Danish, Estonian) borrows everything but those, or Slovenian would read half of Europe into its words.
        if (!chosen.Exists(lexicon.WholeLanguages.Contains)) AddScript(chosen, available, scripts.Dominant, chosen.Count > 0);
        if (scripts.Dominant != "Latin" && scripts["Latin"] >= MixedShare) Add(chosen, available, "en");
        if (scripts.Dominant == "Latin" && scripts.Second is { } second && scripts[second] >= MixedShare) AddScript(chosen, available, second, false);
        return chosen;
    }

    /// <summary>The languages that are written in a script, as far as the lexicon speaks them.</summary>
    public static IReadOnlyList<string> OfScript(string script) => ByScript.GetValueOrDefault(script) ?? [];

    private static void AddKnown(List<string> chosen, IReadOnlySet<string> available, string tag)
    {
        var root = Folding.BaseOf(tag);
        Add(chosen, available, tag);
        Add(chosen, available, root);
        foreach (var neighbour in Borrowed.GetValueOrDefault(root) ?? []) Add(chosen, available, neighbour);
    }

    private static void AddScript(List<string> chosen, IReadOnlySet<string> available, string script, bool withoutCountries)
    {
        foreach (var language in ByScript.GetValueOrDefault(script) ?? [])
        {
            if (withoutCountries && available.Contains(language) && !chosen.Contains(language)) chosen.Add(LexiconSnapshot.WithoutCountries + language);
            else Add(chosen, available, language);
        }
    }

    private static void Add(List<string> chosen, IReadOnlySet<string> available, string language)
    {
        if (available.Contains(language) && !chosen.Contains(language)) chosen.Add(language);
    }
}
