namespace NewsMonitor.TopicTagging.Text;

/// <summary>A paragraph as a range of tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token; before <paramref name="First"/> when the title is empty.</param>
/// <param name="Prose">It holds a full stop or is long; a heading, a link or a form is neither.</param>
internal readonly record struct Paragraph(int First, int Last, bool Prose)
{
    public int Count => Last - First + 1;
}
