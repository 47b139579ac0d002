using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsMonitor.Ingest.Cleaning;

/// <summary>Title and text of a page.</summary>
internal static class HtmlText
{
    private const string Furniture = "script, style, noscript, template, nav, footer, aside, form, button, select, iframe, svg, figure figcaption button, [aria-hidden=true], [hidden]";

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "UL", "OL", "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "TABLE", "TR", "PRE", "HR", "DL", "DT", "DD",
    };

    // Scripts are not run and nothing is loaded: the parser alone sees the page.
    private static readonly HtmlParser Parser = new();

    /// <summary>Extracts the article: the first <c>article</c> element, else <c>main</c>, else the body, a paragraph a block.</summary>
    public static ArticleText Extract(string html)
    {
        using var document = Parser.ParseDocument(html);
        foreach (var element in document.QuerySelectorAll(Furniture).ToArray())
            element.Remove();
        var title = document.QuerySelector("meta[property='og:title']")?.GetAttribute("content")
            ?? document.QuerySelector("h1")?.TextContent
            ?? document.Title
            ?? "";
        var root = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body as IElement;
        var text = new StringBuilder();
        if (root is not null)
            Append(root, text);
        return new ArticleText(title, text.ToString());
    }

    // A stack instead of recursion: nesting is the page's choice, and a hostile page nests a million deep.
    private static void Append(IElement root, StringBuilder text)
    {
        var stack = new Stack<(INode Node, bool Leaving)>();
        stack.Push((root, false));
        while (stack.TryPop(out var step))
        {
            var block = Blocks.Contains(step.Node.NodeName);
            if (block)
                text.Append("\n\n");
            if (step.Leaving)
                continue;
            if (step.Node is IText words)
                AppendCollapsed(words.Data, text);
            else if (step.Node.NodeName == "BR")
                text.Append('\n');
            if (block)
                stack.Push((step.Node, true));
            for (var child = step.Node.LastChild; child is not null; child = child.PreviousSibling)
                stack.Push((child, false));
        }
    }

    private static void AppendCollapsed(string words, StringBuilder text)
    {
        foreach (var character in words)
        {
            if (!char.IsWhiteSpace(character))
                text.Append(character);
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
                text.Append(' ');
        }
    }
}
