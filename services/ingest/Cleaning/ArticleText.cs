namespace NewsMonitor.Ingest.Cleaning;

/// <summary>Headline and body of an article.</summary>
internal sealed record ArticleText(string Title, string Text);
