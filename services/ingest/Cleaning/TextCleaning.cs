using System.Text;
using System.Text.RegularExpressions;

namespace NewsMonitor.Ingest.Cleaning;

/// <summary>
/// Brings text to the form in which it is stored: one empty line between paragraphs, no control characters, no web-page leftovers.
/// Running it again changes nothing, so the content hash of a cleaned text is stable.
/// </summary>
internal static partial class TextCleaning
{
    /// <summary>Cleans a headline and a body.</summary>
    public static ArticleText Clean(string title, string text)
    {
        var cleanTitle = Line(title.ReplaceLineEndings(" "));
        var paragraphs = ParagraphBreak().Split(text.ReplaceLineEndings("\n"))
            .Select(Paragraph)
            .Where(paragraph => paragraph.Length > 0)
            .ToList();
        // Scrapers repeat the headline above the text; counted twice, it would pass for a second paragraph on the topic. Looked for
        // once share buttons and menus are gone, because it may stand below them.
        var kept = Leftovers.Remove(paragraphs).SkipWhile(paragraph => Same(paragraph, cleanTitle));
        return new ArticleText(cleanTitle, string.Join("\n\n", kept));
    }

    private static string Paragraph(string paragraph) =>
        string.Join('\n', paragraph.Split('\n').Select(Line).Where(line => line.Length > 0));

    private static string Line(string line)
    {
        var result = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            // Zero-width joiners and direction marks stay: Persian, Hindi and Arabic are spelled with them.
            if (char.IsWhiteSpace(character))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (!char.IsControl(character) && character is not '\uFEFF' and not '\uFFFC')
            {
                result.Append(character);
            }
        }
        return result.ToString().TrimEnd(' ');
    }

    private static bool Same(string first, string second) =>
        string.Equals(first.Replace('\n', ' '), second, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\n[ \t\u00A0]*\n")]
    private static partial Regex ParagraphBreak();
}
