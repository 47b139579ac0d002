using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsMonitor.Contracts;
using NewsMonitor.Ingest.Cleaning;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Checks, cleans and identifies a submission. Pure: the same submission gives the same article.</summary>
internal static partial class SubmissionCheck
{
    /// <summary>Makes an article of a submission, or says everything that is wrong with it.</summary>
    /// <param name="submission">What was submitted.</param>
    /// <param name="now">The time, against which dates are held.</param>
    /// <param name="errors">Empty when an article is returned.</param>
    public static PreparedArticle? Prepare(ArticleSubmitted submission, DateTimeOffset now, out SubmissionErrors errors)
    {
        errors = new SubmissionErrors();
        CheckCharacters(submission, errors);
        CheckSizes(submission, errors);
        var url = CheckUrl(submission.Url, errors);
        if (submission.PublishedAt is { } published && published > now + ArticleLimits.Future)
            errors.Add("publishedAt", $"is {published:u}, more than a day in the future. The time here is {now:u}.");
        if (submission.Language is { Length: > 0 } language && !LanguageTag().IsMatch(language))
            errors.Add("language", $"'{Shorten(language)}' is not a BCP-47 tag such as 'it', 'zh-Hant' or 'pt-BR'.");
        if (!errors.None)
            return null;

        var extracted = submission.Text is null && submission.Html is not null ? HtmlText.Extract(submission.Html) : new ArticleText(submission.Title ?? "", submission.Text ?? "");
        var title = string.IsNullOrWhiteSpace(submission.Title) ? extracted.Title : submission.Title;
        var cleaned = TextCleaning.Clean(title, extracted.Text);
        if (cleaned.Title.Length == 0 && cleaned.Text.Length == 0)
        {
            errors.Add("title", "title and text are both empty. Give at least a title.");
            return null;
        }
        if (Encoding.UTF8.GetByteCount(cleaned.Text) is var bytes && bytes > ArticleLimits.TextBytes)
        {
            errors.AddTooLarge("html", bytes, ArticleLimits.TextBytes);
            return null;
        }
        return Identify(submission, url, cleaned);
    }

    private static PreparedArticle Identify(ArticleSubmitted submission, Uri? url, ArticleText cleaned)
    {
        var source = NullIfBlank(submission.Source) ?? url?.IdnHost.ToLowerInvariant() ?? "unknown";
        var canonical = url is null ? null : CanonicalUrl.Of(url);
        var hash = ArticleIdentity.ContentHashOf(cleaned.Title, cleaned.Text);
        return new PreparedArticle(
            ArticleIdentity.IdOf(canonical, source, hash),
            hash,
            url?.AbsoluteUri,
            canonical,
            cleaned.Title,
            cleaned.Text,
            source,
            NullIfBlank(submission.Author),
            NullIfBlank(submission.Language),
            submission.PublishedAt?.ToUniversalTime(),
            [.. (submission.Tags ?? []).Where(tag => !string.IsNullOrWhiteSpace(tag)).Select(tag => tag.Trim()).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The address, or null when there is none or it has errors.</summary>
    public static Uri? CheckUrl(string? url, SubmissionErrors errors)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        if (url.Length > ArticleLimits.UrlLength)
            errors.Add("url", $"has {url.Length:N0} characters; at most {ArticleLimits.UrlLength:N0} are accepted.");
        else if (Uri.TryCreate(url.Trim(), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0)
            return parsed;
        else
            errors.Add("url", $"'{Shorten(url)}' is not an absolute http or https address such as 'https://example.org/article'.");
        return null;
    }

    private static void CheckSizes(ArticleSubmitted submission, SubmissionErrors errors)
    {
        CheckLength("title", submission.Title, ArticleLimits.TitleLength, errors);
        CheckLength("source", submission.Source, ArticleLimits.NameLength, errors);
        CheckLength("author", submission.Author, ArticleLimits.NameLength, errors);
        if (submission.Text is { } text && Encoding.UTF8.GetByteCount(text) is var textBytes && textBytes > ArticleLimits.TextBytes)
            errors.AddTooLarge("text", textBytes, ArticleLimits.TextBytes);
        if (submission.Html is { } html && Encoding.UTF8.GetByteCount(html) is var htmlBytes && htmlBytes > ArticleLimits.HtmlBytes)
            errors.AddTooLarge("html", htmlBytes, ArticleLimits.HtmlBytes);
        if (submission.Tags is { Count: > ArticleLimits.Tags } tags)
            errors.Add("tags", $"there are {tags.Count:N0}; at most {ArticleLimits.Tags} are accepted.");
        foreach (var tag in submission.Tags ?? [])
            CheckLength("tags", tag, ArticleLimits.TagLength, errors);
    }

    private static void CheckLength(string field, string? value, int limit, SubmissionErrors errors)
    {
        if (value?.Trim().Length > limit)
            errors.Add(field, $"has {value.Trim().Length:N0} characters; at most {limit:N0} are accepted.");
    }

    // PostgreSQL stores no NUL, and half of a surrogate pair is not text: neither can be kept as submitted, so neither is accepted.
    private static void CheckCharacters(ArticleSubmitted submission, SubmissionErrors errors)
    {
        foreach (var (field, value) in Texts(submission))
        {
            if (value.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
                errors.Add(field, $"has a NUL character at position {nul}. Remove it.");
            else if (UnpairedSurrogate(value) is { } position)
                errors.Add(field, $"has half of a surrogate pair at position {position}: the text was cut or decoded wrongly.");
        }
    }

    private static IEnumerable<(string Field, string Value)> Texts(ArticleSubmitted submission)
    {
        (string Field, string? Value)[] fields =
        [
            ("url", submission.Url), ("title", submission.Title), ("text", submission.Text), ("html", submission.Html),
            ("source", submission.Source), ("language", submission.Language), ("author", submission.Author),
        ];
        return fields.Concat((submission.Tags ?? []).Select(tag => (Field: "tags", Value: (string?)tag)))
            .Where(entry => entry.Value is not null).Select(entry => (entry.Field, entry.Value!));
    }

    private static int? UnpairedSurrogate(string value)
    {
        for (var index = 0; index < value.Length; index++)
        {
            if (!char.IsSurrogate(value[index]))
                continue;
            if (index + 1 >= value.Length || !char.IsSurrogatePair(value[index], value[index + 1]))
                return index;
            index++;
        }
        return null;
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Shorten(string value) => value.Length <= 80 ? value : string.Create(CultureInfo.InvariantCulture, $"{value[..80]}…");

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$")]
    private static partial Regex LanguageTag();
}
