using System.Net;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>Topics as YAML: read, exported, imported; and what hostile files do.</summary>
public sealed class TopicFileTests(BadInputTests.Running running) : IClassFixture<BadInputTests.Running>
{
    private const string Yaml = "application/yaml";

    private HttpClient Http => running.Monitor.Http;

    public static TheoryData<string, string, int, string> Files { get; } = new()
    {
        { "empty", "", 400, "no topic in it" },
        { "only comments", "# nothing\n---\n# here\n", 400, "no topic in it" },
        { "no YAML", "id: [a\nname", 400, "line 1" },
        { "deep", new string('[', 100_000), 400, "nested deeper" },
        { "deep in blocks", string.Concat(Enumerable.Range(0, 100).Select(level => new string(' ', level) + "a:\n")), 400, "nested deeper" },
        { "an alias", "id: &a x\nname: *a\nmatch: y", 400, "anchors and aliases" },
        { "a complex key", "? [a, b]\n: c", 422, "expected a key" },
        { "a list", "- a\n- b", 422, "expected a topic" },
        { "an unknown key", "id: a\nname: b\nmtch: c", 422, "line 3: unknown key 'mtch'" },
        { "a key twice", "id: a\nid: b\nname: c\nmatch: d", 400, "line 2" },
        { "a query with an error", "id: a\nname: b\nmatch: c NEAR/x d", 422, "match: Position" },
        { "NUL", "id: a\nname: \"b\\0\"\nmatch: c", 422, "NUL" },
        { "half a surrogate pair", "id: a\nname: \"b\\ud83d\"\nmatch: c", 400, "surrogate" },
        { "a reserved id", "id: import\nname: b\nmatch: c", 422, "address of its own" },
        { "the same id twice", "id: twice\nname: b\nmatch: c\n---\nid: twice\nname: b\nmatch: c", 422, "line 5" },
        { "too large", "# " + new string('x', 5 * 1024 * 1024), 413, "" },
        { "too many", string.Concat(Enumerable.Range(0, 2001).Select(number => $"---\nid: a{number}\nname: b\nmatch: c\n")), 400, "at most 2,000" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_bad_file_is_refused_with_its_line_and_saves_nothing(string what, string yaml, int status, string reason)
    {
        var before = await Http.GetStringAsync("/api/topics", TestContext.Current.CancellationToken);
        var answer = await Http.PostAsync("/api/topics/import", yaml, (HttpStatusCode)status, Yaml);
        Assert.True(answer.ToString().Contains(reason, StringComparison.Ordinal), $"{what}: {answer}");
        Assert.Equal(before, await Http.GetStringAsync("/api/topics", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_topics_survive_export_and_import()
    {
        var exported = await Http.GetStringAsync("/api/topics/export", TestContext.Current.CancellationToken);
        var answer = await Http.PostAsync("/api/topics/import", exported, HttpStatusCode.OK, Yaml);
        Assert.True(answer.GetProperty("unchanged").GetInt32() >= 40);
        Assert.Equal(answer.GetProperty("items").GetArrayLength(), answer.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task An_import_says_per_topic_what_it_does_and_a_dry_run_does_nothing()
    {
        await Http.PostAsync("/api/topics", """{"id":"lynx","name":"Lynxes","match":"lynx%"}""", HttpStatusCode.Created);
        const string File = "id: lynx\nname: Lynxes\nmatch: lynx% OR bobcat%\n---\nid: ocelot\nname: Ocelots\nmatch: topic:lynx OR ocelot%\n";
        var tried = await Http.PostAsync("/api/topics/import?dryRun=true", File, HttpStatusCode.OK, Yaml);
        Assert.False(tried.GetProperty("saved").GetBoolean());
        await Http.GetAsync("/api/topics/ocelot", HttpStatusCode.NotFound);

        var done = await Http.PostAsync("/api/topics/import", File, HttpStatusCode.OK, Yaml);
        Assert.Equal([("lynx", "changed", 1), ("ocelot", "added", 5)], done.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("outcome").GetString()!, item.GetProperty("line").GetInt32())));
        Assert.Equal(2, (await Http.GetAsync("/api/topics/lynx", HttpStatusCode.OK)).GetProperty("version").GetInt32());
        Assert.Equal(2, (await Http.PostAsync("/api/topics/import", File, HttpStatusCode.OK, Yaml)).GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task One_failing_test_keeps_all_topics_out_unless_it_is_forced()
    {
        const string File = "id: puma\nname: Pumas\nmatch: puma%\n---\nid: serval\nname: Servals\nmatch: serval%\nmust_match: [lavrov-wonsan.it]\n";
        var refused = await Http.PostAsync("/api/topics/import", File, HttpStatusCode.UnprocessableEntity, Yaml);
        Assert.True(refused.GetProperty("forceable").GetBoolean());
        Assert.Contains("lavrov-wonsan.it must match and does not", refused.GetProperty("items")[1].GetProperty("errors")[0].GetString(), StringComparison.Ordinal);
        await Http.GetAsync("/api/topics/puma", HttpStatusCode.NotFound);
        Assert.True((await Http.PostAsync("/api/topics/import?force=true", File, HttpStatusCode.OK, Yaml)).GetProperty("saved").GetBoolean());
        await Http.GetAsync("/api/topics/puma", HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_topic_is_read_and_written_as_yaml()
    {
        await Http.PostAsync("/api/topics", "id: civet\nname: Civets\nmatch: civet%\nnotify: mention\n", HttpStatusCode.Created, Yaml);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/topics/civet");
        request.Headers.TryAddWithoutValidation("Accept", Yaml);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(Yaml, response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(text, await Http.GetStringAsync("/api/topics/civet/yaml", TestContext.Current.CancellationToken));
        Assert.Equal(1, (await Http.PutAsync("/api/topics/civet", text, type: Yaml)).GetProperty("version").GetInt32());
        await Http.PutAsync("/api/topics/civet", text.Replace("civet", "genet", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity, Yaml);
    }

    public static TheoryData<string, string, int, string> Bodies { get; } = new()
    {
        { "empty", "", 400, "The body is empty" },
        { "null", "null", 400, "null" },
        { "no JSON", """{"id":"a",}""", 400, "line 1, byte" },
        { "wrong type", """{"id":"a","mustMatch":"b"}""", 400, "in field 'mustMatch'" },
        { "deep", $"{{\"id\":{new string('[', 5000)}", 400, "not a valid topic" },
        { "null in a list", """{"id":"a","name":"b","match":"c","mustMatch":[null]}""", 422, "A text is named by" },
        { "null as language", """{"id":"a","name":"b","match":"c","covers":[null]}""", 422, "BCP-47" },
        { "too many tests", JsonSerializer.Serialize(new { id = "a", name = "b", match = "c", mustMatch = Enumerable.Range(0, 201).Select(number => $"{number}") }), 422, "At most 200" },
        { "NUL", """{"id":"a","name":"b\u0000","match":"c"}""", 422, "NUL" },
        { "long description", JsonSerializer.Serialize(new { id = "a", name = "b", match = "c", description = new string('x', 5001) }), 422, "at most 5,000" },
        { "long query", JsonSerializer.Serialize(new { id = "a", name = "b", match = new string('x', 20_001) }), 422, "20,000" },
        { "over 1 MiB", JsonSerializer.Serialize(new { id = "a", name = new string('x', 1024 * 1024) }), 413, "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_topic_is_refused_with_its_reason(string what, string body, int status, string reason)
    {
        var answer = await Http.PostAsync("/api/topics", body, (HttpStatusCode)status);
        Assert.True(answer.ToString().Contains(reason, StringComparison.Ordinal), $"{what}: {answer}");
    }

    [Fact]
    public async Task A_topic_of_another_type_is_refused_with_415() =>
        await Http.PostAsync("/api/topics", "id=a", HttpStatusCode.UnsupportedMediaType, "application/x-www-form-urlencoded");
}
