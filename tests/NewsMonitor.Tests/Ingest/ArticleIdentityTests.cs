using NewsMonitor.Ingest.Articles;

namespace NewsMonitor.Tests.Ingest;

public sealed class ArticleIdentityTests
{
    [Theory]
    [InlineData("https://example.org/a", "http://EXAMPLE.org/a/?utm_source=x&fbclid=1#top", true)]
    [InlineData("https://example.org/a?id=1", "https://example.org/a?id=2", false)]
    [InlineData("https://example.org/a", "https://example.org/A", false)]
    [InlineData("https://example.org/a", "https://example.org:8443/a", false)]
    public void Addresses_are_one_article_only_when_they_differ_in_what_selects_nothing(string first, string second, bool same) =>
        Assert.Equal(same, CanonicalUrl.Of(new Uri(first)) == CanonicalUrl.Of(new Uri(second)));

    [Fact]
    public void Id_is_a_uuid_of_version_5_and_stays_the_same_for_ever()
    {
        var id = ArticleIdentity.IdOf("https://vestnik.example/lavrov-wonsan", "vestnik.example", "");
        // As an earlier version of the program gave it: a change would make every article new.
        Assert.Equal(new Guid("9809cd78-dc4f-59e3-8b2a-4eecf6d7ca5d"), id);
        Assert.Equal(5, id.Version);
    }

    [Fact]
    public void Without_an_address_source_and_content_make_the_id()
    {
        var id = ArticleIdentity.IdOf(null, "Example.org", "ab");
        Assert.Equal(id, ArticleIdentity.IdOf(null, "example.org", "ab"));
        Assert.NotEqual(id, ArticleIdentity.IdOf(null, "example.org", "cd"));
        Assert.NotEqual(id, ArticleIdentity.IdOf(null, "other.org", "ab"));
    }
}
