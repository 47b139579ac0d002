using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>
/// Numbers for languages: first the labels of the model, in its order, then those that a script alone decides. A label is a language,
/// with its script where it is written in two ("sr-Latn"); "und" is the label of what is no language.
/// </summary>
internal sealed class LanguageTable
{
    private static readonly string[] Cyrillic = ["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"];
    private static readonly string[] Arabic = ["ar", "ckb", "fa", "ps", "sd", "ug", "ur"];
    private static readonly string[] Devanagari = ["hi", "mr", "ne"];
    private static readonly string[] Bengali = ["as", "bn"];
    private static readonly string[] Ethiopic = ["am", "ti"];

    private readonly List<string> _tags = [];
    private readonly Script[] _scripts;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly int[] _ofScript = new int[Scripts.Count];

    /// <summary>A table for a model.</summary>
    /// <param name="labels">The labels of the model.</param>
    /// <param name="without">Languages that are unknown even where their script would tell them.</param>
    public LanguageTable(IReadOnlyList<string> labels, params IReadOnlyCollection<string> without)
    {
        ModelLabels = labels.Count;
        _scripts = [.. labels.Select(ScriptOf)];
        foreach (var label in labels)
            Add(label, label == "sr" ? "sr-Cyrl" : label);
        NoLanguage = _numbers.GetValueOrDefault("und", -1);
        foreach (var script in Enum.GetValues<Script>())
            _ofScript[(int)script] = Scripts.OnlyLanguage(script) is { } only && !without.Contains(only) ? Add(only, only) : -1;
        SimplifiedChinese = Add(HanScript.Simplified, HanScript.Simplified);
        TraditionalChinese = Add(HanScript.Traditional, HanScript.Traditional);
    }

    /// <summary>How many languages the model tells apart; their numbers come first.</summary>
    public int ModelLabels { get; }

    /// <summary>All numbers are below this.</summary>
    public int Count => _tags.Count;

    /// <summary>The number of the label for text that is no language, -1 if the model has none.</summary>
    public int NoLanguage { get; }

    /// <summary>The number of <c>zh-Hans</c>.</summary>
    public int SimplifiedChinese { get; }

    /// <summary>The number of <c>zh-Hant</c>.</summary>
    public int TraditionalChinese { get; }

    /// <summary>All BCP-47 tags, in alphabetical order, without "und".</summary>
    public IEnumerable<string> Tags => _tags.Where(tag => tag != "und").Order(StringComparer.Ordinal);

    /// <summary>The BCP-47 tag of a language.</summary>
    public string TagOf(int language) => _tags[language];

    /// <summary>The script in which the model knows a language.</summary>
    public Script ScriptOf(int modelLabel) => _scripts[modelLabel];

    /// <summary>The number of a label, -1 when it is unknown.</summary>
    public int Find(string label) => _numbers.GetValueOrDefault(label, -1);

    /// <summary>The language that alone is written in a script, -1 if there is none.</summary>
    public int OnlyLanguageOf(Script script) => _ofScript[(int)script];

    /// <summary>True for a language that its script alone decides.</summary>
    public static bool HasOwnScript(string label) => label == "zh" || Enum.GetValues<Script>().Any(script => Scripts.OnlyLanguage(script) == label);

    /// <summary>The script in which a model's label is written.</summary>
    public static Script ScriptOf(string label) =>
        Cyrillic.Contains(label) ? Script.Cyrillic
        : Arabic.Contains(label) ? Script.Arabic
        : Devanagari.Contains(label) ? Script.Devanagari
        : Bengali.Contains(label) ? Script.Bengali
        : Ethiopic.Contains(label) ? Script.Ethiopic
        : Script.Latin;

    private int Add(string label, string tag)
    {
        _tags.Add(tag);
        _numbers[label] = _tags.Count - 1;
        return _tags.Count - 1;
    }
}
