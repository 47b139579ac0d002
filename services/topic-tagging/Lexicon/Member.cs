namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>A member of a group or region.</summary>
/// <param name="Id">The concept that belongs to it.</param>
/// <param name="Since">When it joined, where that is worth saying.</param>
/// <param name="Until">When it left: it stays for the record and counts no longer.</param>
internal sealed record Member(string Id, DateOnly? Since, DateOnly? Until);
