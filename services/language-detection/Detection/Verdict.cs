using System.Runtime.CompilerServices;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>What the layers of the detector found, as numbers of the <see cref="LanguageTable"/>; a value, so that a text costs no memory.</summary>
internal struct Verdict
{
    /// <summary>Number of "und".</summary>
    public const int Undetermined = -1;

    /// <summary>A verdict that names no language.</summary>
    public static Verdict None(Decision decision) => new() { Language = Undetermined, DecidedBy = decision };

    /// <summary>The main language, or <see cref="Undetermined"/>.</summary>
    public int Language;

    /// <summary>Probability that <see cref="Language"/> is right, 0 to 1; 0 for "und".</summary>
    public double Confidence;

    /// <summary>Which layer decided.</summary>
    public Decision DecidedBy;

    /// <summary>What the confidence was computed from, when the model decided.</summary>
    public Features Features;

    /// <summary>The letters that voted for <see cref="Language"/>.</summary>
    public int Letters;

    /// <summary>Other candidates for the main language, best first.</summary>
    public Ranking Alternatives;

    /// <summary>Further languages of the text with their shares of its letters, 0 to 1, most first.</summary>
    public Ranking Others;
}

/// <summary>The layer of the detector that decided.</summary>
internal enum Decision
{
    /// <summary>Too few letters.</summary>
    TooLittle,

    /// <summary>Code, identifiers, names: letters, but no language.</summary>
    NoLanguage,

    /// <summary>The best candidate was too uncertain.</summary>
    Uncertain,

    /// <summary>The script has one language.</summary>
    Script,

    /// <summary>The model.</summary>
    Model,

    /// <summary>Words that tell the languages of a confusable group apart.</summary>
    Words,

    /// <summary>What the source declares, inside a confusable group.</summary>
    Declared,
}

/// <summary>Up to three languages with a number each, highest first.</summary>
internal struct Ranking
{
    private const int Capacity = 3;

    private Entries _entries;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public readonly (int Language, double Value) this[int index] => _entries[index];

    /// <summary>Puts a language in its place, if it is among the three highest.</summary>
    public void Add(int language, double value)
    {
        var place = Count;
        while (place > 0 && _entries[place - 1].Value < value)
            place--;
        if (place == Capacity)
            return;
        Count = Math.Min(Count + 1, Capacity);
        for (var i = Count - 1; i > place; i--)
            _entries[i] = _entries[i - 1];
        _entries[place] = (language, value);
    }

    [InlineArray(Capacity)]
    private struct Entries
    {
        private (int Language, double Value) _first;
    }
}
