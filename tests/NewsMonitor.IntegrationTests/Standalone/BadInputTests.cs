using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>Bad input gets a clear error as problem details, and stores nothing.</summary>
public sealed class BadInputTests(BadInputTests.Running running) : IClassFixture<BadInputTests.Running>
{
    public sealed class Running : IAsyncLifetime
    {
        public Monitor Monitor { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Monitor = await Monitor.StartAsync();

        public ValueTask DisposeAsync() => Monitor.DisposeAsync();
    }

    public static TheoryData<string, string, int, string> Articles { get; } = new()
    {
        { "empty title and text", """{"title":"  ","text":""}""", 422, "title and text are both empty" },
        { "no fields", "{}", 422, "title and text are both empty" },
        { "invalid JSON", """{"title":"a",}""", 400, "line 1, byte" },
        { "not an object", "[1]", 400, "not a valid article" },
        { "empty body", "", 400, "body is empty" },
        { "null", "null", 400, "null" },
        { "wrong type", """{"title":5}""", 400, "in field 'title'" },
        { "invalid URL", """{"title":"a","url":"nonsense"}""", 422, "not an absolute http or https address" },
        { "file URL", """{"title":"a","url":"file:///etc/passwd"}""", 422, "not an absolute http or https address" },
        { "far future", """{"title":"a","publishedAt":"2999-01-01T00:00:00Z"}""", 422, "in the future" },
        { "invalid date", """{"title":"a","publishedAt":"yesterday"}""", 400, "in field 'publishedAt'" },
        { "NUL in title", """{"title":"a\u0000b"}""", 422, "NUL character at position 1" },
        { "NUL in text", """{"title":"a","text":"\u0000"}""", 422, "NUL character at position 0" },
        { "half a surrogate pair", """{"title":"a\ud83d"}""", 400, "not a valid article" },
        { "not a language", """{"title":"a","language":"Italian!"}""", 422, "not a BCP-47 tag" },
        { "long title", $$"""{"title":"{{new string('x', 1001)}}"}""", 422, "at most 1,000" },
        { "text over 1 MiB", $$"""{"title":"a","text":"{{new string('x', (1024 * 1024) + 1)}}"}""", 413, "at most 1,048,576" },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task Bad_article_is_refused_with_its_reason(string what, string body, int status, string reason)
    {
        using var response = await running.Monitor.PostAsync("/api/articles", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, $"{what}: {response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_content_type_is_refused_with_415()
    {
        using var response = await running.Monitor.PostAsync("/api/articles", "title=a", "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("application/x-ndjson", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_utf8_is_refused_with_the_place_of_the_first_bad_byte()
    {
        using var content = new ByteArrayContent([.. "{\"title\":\"caf"u8, 0xE9, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await running.Monitor.Http.PostAsync("/api/articles", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("not valid UTF-8 at byte 13", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_over_the_request_limit_is_refused_with_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles")
        {
            Content = new StringContent($$"""{"title":"{{new string('x', 17 * 1024 * 1024)}}"}""", Encoding.UTF8, "application/json"),
        };
        // As curl does for large bodies: the answer then comes before the body is sent.
        request.Headers.ExpectContinue = true;
        using var response = await running.Monitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Bad_line_of_a_batch_is_named_and_the_others_are_taken()
    {
        var before = await ArticlesAsync();
        using var response = await running.Monitor.PostAsync("/api/articles", """
            {"title":"First of the batch","url":"https://batch.example/1"}
            {"title":
            {"title":"","text":""}
            {"title":"Last of the batch","url":"https://batch.example/4"}
            """, "application/x-ndjson");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(2, answer.GetProperty("refused").GetInt32());
        Assert.Equal([2, 3], answer.GetProperty("results").EnumerateArray().Where(line => line.TryGetProperty("errors", out _)).Select(line => line.GetProperty("line").GetInt32()).Order());
        await Eventually.TrueAsync(async () => await ArticlesAsync() == before + 2, () => "two more articles");
    }

    [Fact]
    public async Task Topic_with_a_syntax_error_is_refused_with_position_and_hint()
    {
        using var response = await running.Monitor.PostAsync("/api/topics", """{"id":"bad","name":"Bad","match":"country:KP NEAR/x country:RU"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var error = problem.GetProperty("topicErrors")[0];
        Assert.InRange(error.GetProperty("position").GetInt32(), 10, 17);
        Assert.False(string.IsNullOrEmpty(error.GetProperty("hint").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await running.Monitor.Http.GetAsync("/api/topics/bad", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Topic_id_that_exists_is_refused_with_409_and_the_topic_stays()
    {
        const string Id = "earthquake-disaster";
        var before = await running.Monitor.GetAsync($"/api/topics/{Id}");
        using var response = await running.Monitor.PostAsync("/api/topics", $$"""{"id":"{{Id}}","name":"Mine","match":"quake"}""");
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(before.ToString(), (await running.Monitor.GetAsync($"/api/topics/{Id}")).ToString());
    }

    [Theory]
    [InlineData("/api/topics/none")]
    [InlineData("/api/alerts/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/articles/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/articles/00000000-0000-0000-0000-000000000001/trace")]
    [InlineData("/api/trace?url=https://nowhere.example/a")]
    public async Task What_does_not_exist_is_a_404_with_a_sentence(string path)
    {
        using var response = await running.Monitor.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/alerts?limit=0")]
    [InlineData("/api/alerts?limit=abc")]
    [InlineData("/api/alerts?cursor=%25%25")]
    [InlineData("/api/articles?cursor=-1")]
    [InlineData("/api/articles?from=yesterday")]
    [InlineData("/api/articles?topic=%00")]
    [InlineData("/api/trace")]
    [InlineData("/api/trace?url=nonsense")]
    [InlineData("/api/trace?url=https://nowhere.example/%00")]
    [InlineData("/api/alerts/stream?lastEventId=x")]
    public async Task Bad_query_is_a_400_problem(string path)
    {
        using var response = await running.Monitor.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Topics_can_be_added_changed_and_deleted_and_are_live_at_once()
    {
        using var added = await running.Monitor.PostAsync("/api/topics", """{"id":"zebra","name":"Zebras","match":"zebra%"}""");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("zebra", Assert.Single(await MatchAsync("Zebras escape from the zoo")));
        using var changed = await running.Monitor.Http.PutAsJsonAsync("/api/topics/zebra", new { name = "Zebras", match = "quagga%" }, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await changed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("version").GetInt32());
        Assert.Empty(await MatchAsync("Zebras escape from the zoo"));
        using var deleted = await running.Monitor.Http.DeleteAsync("/api/topics/zebra", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(await MatchAsync("The quagga is back"));
    }

    private async Task<List<string>> MatchAsync(string title)
    {
        using var response = await running.Monitor.PostAsync("/api/match", JsonSerializer.Serialize(new { title }));
        var result = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return [.. result.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("id").GetString()!)];
    }

    private async Task<int> ArticlesAsync() => (await running.Monitor.GetAsync("/api/articles?limit=200")).GetProperty("items").GetArrayLength();
}
