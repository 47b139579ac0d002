namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>What a source declares its language to be.</summary>
internal static class DeclaredLanguage
{
    /// <summary>The confusable languages that a source may mean by a tag; outlets write "no" and mean Bokmål or Nynorsk, "sr" in either script.</summary>
    /// <param name="model">The model.</param>
    /// <param name="declared">What the source declares (BCP-47), or null.</param>
    /// <param name="meant">Receives up to two languages.</param>
    /// <returns>How many they are.</returns>
    public static int Find(LanguageModel model, string? declared, Span<int> meant)
    {
        var count = 0;
        var wanted = BaseOf(declared);
        for (var label = 0; label < model.Languages.ModelLabels && count < meant.Length && !wanted.IsEmpty; label++)
        {
            if (model.Confusable.GroupOf(label) != ConfusableLanguages.None && Means(wanted, BaseOf(model.Languages.TagOf(label))))
                meant[count++] = label;
        }
        return count;
    }

    private static bool Means(ReadOnlySpan<char> wanted, ReadOnlySpan<char> tag) =>
        tag.Equals(wanted, StringComparison.OrdinalIgnoreCase) || (wanted.Equals("no", StringComparison.OrdinalIgnoreCase) && (tag is "nb" or "nn"));

    private static ReadOnlySpan<char> BaseOf(string? tag)
    {
        var dash = tag.AsSpan().IndexOf('-');
        return dash < 0 ? tag : tag.AsSpan(0, dash);
    }
}
