namespace NewsMonitor.TopicTagging.Text;

/// <summary>How the readers of a language see letters as the same.</summary>
internal enum FoldingProfile : byte
{
    /// <summary>Accents do not matter.</summary>
    Default,

    /// <summary>Turkish and Azerbaijani: dotted and dotless i are different letters.</summary>
    Turkic,

    /// <summary>Vietnamese: every mark makes another word.</summary>
    Vietnamese,

    /// <summary>Swedish, Finnish, Danish, Norwegian: å ä ö ø æ are letters of their own.</summary>
    Nordic,

    /// <summary>Serbian, Bosnian, Montenegrin: Cyrillic reads as Latin.</summary>
    Serbian,
}
