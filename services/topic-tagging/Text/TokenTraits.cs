namespace NewsMonitor.TopicTagging.Text;

/// <summary>What the matcher needs to know of a token besides its letters.</summary>
[Flags]
internal enum TokenTraits : byte
{
    None = 0,

    /// <summary>Nothing separates it from the token before: the next character of a run, or a change of script.</summary>
    Glued = 1,

    /// <summary>The stored word begins with a capital.</summary>
    Capital = 2,

    /// <summary>Stands in a title that is all capitals, where capitals say nothing.</summary>
    Shouted = 4,

    /// <summary>One character (grapheme cluster) of a script that is written without spaces, or of Hangul.</summary>
    Glyph = 8,

    /// <summary>A Hangul syllable: words are divided by spaces, but particles stick to them.</summary>
    Hangul = 16,

    /// <summary>Arabic or Hebrew letters, which take clitics in front.</summary>
    Clitic = 32,

    /// <summary>Digits only, perhaps with separators.</summary>
    Number = 64,
}
