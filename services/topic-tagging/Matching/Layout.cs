using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Tells the parts of an article that carry it from those around it.</summary>
internal static class Layout
{
    // Bylines, section names, reading times and share buttons before the first paragraph are shorter.
    private const int MinLedeTokens = 12;

    /// <summary>The paragraph that opens the body, past headings and bylines; 1 when all are short.</summary>
    public static int LedeOf(TokenStream stream)
    {
        var paragraphs = stream.Paragraphs;
        for (var i = 1; i < paragraphs.Length; i++)
        {
            if (paragraphs[i].Prose && paragraphs[i].Count >= MinLedeTokens && !RepeatsTitle(stream, paragraphs[i])) return i;
        }

        return 1;
    }

    /// <summary>A link, a heading, a form: no sentence, so nothing is reported there.</summary>
    public static bool IsFurniture(TokenStream stream, int paragraph) => paragraph > 0 && !stream.Paragraphs[paragraph].Prose;

    private static bool RepeatsTitle(TokenStream stream, in Paragraph paragraph)
    {
        var title = stream.Paragraphs[0];
        if (title.Count != paragraph.Count) return false;
        for (var i = 0; i < title.Count; i++)
        {
            if (!stream.Folded(title.First + i).SequenceEqual(stream.Folded(paragraph.First + i))) return false;
        }

        return true;
    }
}
