namespace NewsMonitor.LanguageDetection.Text;

/// <summary>Properties of scripts and their characters (blocks of Unicode 16).</summary>
internal static class Scripts
{
    /// <summary>Number of members of <see cref="Script"/>.</summary>
    public const int Count = (int)Script.Other + 1;

    private static readonly (Script Script, char First, char Last)[] Blocks =
    [
        (Script.Latin, 'A', '\u02AF'), (Script.Latin, '\u1E00', '\u1EFF'), (Script.Latin, '\u2C60', '\u2C7F'), (Script.Latin, '\uA720', '\uA7FF'), (Script.Latin, '\uFF21', '\uFF5A'),
        (Script.Greek, '\u0370', '\u03FF'), (Script.Greek, '\u1F00', '\u1FFF'),
        (Script.Cyrillic, '\u0400', '\u052F'), (Script.Cyrillic, '\u1C80', '\u1C8F'), (Script.Cyrillic, '\u2DE0', '\u2DFF'), (Script.Cyrillic, '\uA640', '\uA69F'),
        (Script.Armenian, '\u0530', '\u058F'), (Script.Armenian, '\uFB13', '\uFB17'),
        (Script.Hebrew, '\u0590', '\u05FF'), (Script.Hebrew, '\uFB1D', '\uFB4F'),
        (Script.Arabic, '\u0600', '\u06FF'), (Script.Arabic, '\u0750', '\u077F'), (Script.Arabic, '\u0870', '\u08FF'), (Script.Arabic, '\uFB50', '\uFDFF'), (Script.Arabic, '\uFE70', '\uFEFE'),
        (Script.Devanagari, '\u0900', '\u097F'), (Script.Devanagari, '\uA8E0', '\uA8FF'),
        (Script.Bengali, '\u0980', '\u09FF'), (Script.Gurmukhi, '\u0A00', '\u0A7F'), (Script.Gujarati, '\u0A80', '\u0AFF'),
        (Script.Odia, '\u0B00', '\u0B7F'), (Script.Tamil, '\u0B80', '\u0BFF'), (Script.Telugu, '\u0C00', '\u0C7F'),
        (Script.Kannada, '\u0C80', '\u0CFF'), (Script.Malayalam, '\u0D00', '\u0D7F'), (Script.Sinhala, '\u0D80', '\u0DFF'),
        (Script.Thai, '\u0E00', '\u0E7F'), (Script.Lao, '\u0E80', '\u0EFF'), (Script.Burmese, '\u1000', '\u109F'), (Script.Burmese, '\uA9E0', '\uA9FF'), (Script.Burmese, '\uAA60', '\uAA7F'),
        (Script.Georgian, '\u10A0', '\u10FF'), (Script.Georgian, '\u1C90', '\u1CBF'), (Script.Georgian, '\u2D00', '\u2D2F'),
        (Script.Hangul, '\u1100', '\u11FF'), (Script.Hangul, '\u3130', '\u318F'), (Script.Hangul, '\uA960', '\uA97F'), (Script.Hangul, '\uAC00', '\uD7FF'),
        (Script.Ethiopic, '\u1200', '\u139F'), (Script.Ethiopic, '\u2D80', '\u2DDF'), (Script.Ethiopic, '\uAB00', '\uAB2F'),
        (Script.Khmer, '\u1780', '\u17FF'),
        (Script.Kana, '\u3040', '\u30FF'), (Script.Kana, '\u31F0', '\u31FF'), (Script.Kana, '\uFF66', '\uFF9F'),
        (Script.Han, '\u3400', '\u4DBF'), (Script.Han, '\u4E00', '\u9FFF'), (Script.Han, '\uF900', '\uFAFF'),
    ];

    private static readonly Script[] OfCharacter = Build();

    /// <summary>The script of a letter or mark of the basic plane; <see cref="Script.Other"/> for what no block lists.</summary>
    public static Script Of(char letter) => OfCharacter[letter];

    /// <summary>True when only the model can tell the script's languages apart.</summary>
    public static bool NeedsModel(Script script) => script is >= Script.Latin and <= Script.Ethiopic;

    /// <summary>How many letters of an alphabet one character of this script is worth.</summary>
    public static int Weight(Script script) => script is Script.Han or Script.Kana or Script.Hangul ? 3 : 1;

    /// <summary>The language that alone is written so; null where several are, or none is known. Han is told by its characters.</summary>
    public static string? OnlyLanguage(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Armenian => "hy",
        Script.Georgian => "ka",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Odia => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Burmese => "my",
        Script.Khmer => "km",
        Script.Hangul => "ko",
        Script.Kana => "ja",
        _ => null,
    };

    private static Script[] Build()
    {
        var table = new Script[char.MaxValue + 1];
        table.AsSpan().Fill(Script.Other);
        foreach (var (script, first, last) in Blocks)
            table.AsSpan(first, last - first + 1).Fill(script);
        // Combining marks of no script in particular: accents, and the joiners of Persian and Hindi.
        table.AsSpan('\u0300', 0x70).Clear();
        table.AsSpan('\u200C', 2).Clear();
        return table;
    }
}
