using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Atelier.Testing.Models.Mirrors;

/// <summary>
/// A Pinecone index with integrated embedding: upserts of text and deletions by id, with the documented limits. It embeds
/// nothing; what it holds can be looked at.
/// </summary>
public sealed class FakePinecone : IAsyncDisposable
{
    public const string Key = "test-key";
    public const string TextField = "chunk_text";

    private const int MostRecords = 96;
    private const int MostIds = 1000;
    private const int LargestRequest = 2 * 1024 * 1024;
    private const int LargestFacts = 40 * 1024;
    private const int LongestId = 512;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, JsonObject>> _spaces = new();

    private FakePinecone(WebApplication app) => _app = app;

    public Uri Host => new(_app.Urls.Single());

    public FakeTrouble Trouble { get; } = new();

    /// <summary>All records of a namespace, by id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Records(string space) =>
        _spaces.TryGetValue(space, out var records) ? records : new Dictionary<string, JsonObject>();

    public void Clear() => _spaces.Clear();

    public static async Task<FakePinecone> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakePinecone(app);
        app.MapPost(
            "/records/namespaces/{space}/upsert",
            (HttpContext context, string space) =>
                server.ServeAsync(context, "application/x-ndjson", body => server.Upsert(space, body), 201)
        );
        app.MapPost(
            "/vectors/delete",
            (HttpContext context) => server.ServeAsync(context, "application/json", server.Delete, 200)
        );
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(
        HttpContext context,
        string type,
        Func<string, (int Status, string Message)?> work,
        int status
    )
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (await Trouble.MakeAsync(context, body, Error))
            return;
        var headers = context.Request.Headers;
        if (headers["Api-Key"] != Key)
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsJsonAsync("Unauthorized");
            return;
        }
        var refusal =
            headers["X-Pinecone-Api-Version"].Count == 0 ? (400, "X-Pinecone-Api-Version is required")
            : context.Request.ContentType?.StartsWith(type, StringComparison.Ordinal) != true ? (415, $"Send {type}")
            : Encoding.UTF8.GetByteCount(body) > LargestRequest ? (413, "A request has at most 2 MB")
            : Try(work, body);
        if (refusal is { } no)
        {
            context.Response.StatusCode = no.Item1;
            await context.Response.WriteAsJsonAsync(Error(no.Item1, "INVALID_ARGUMENT", no.Item2));
            return;
        }
        context.Response.StatusCode = status;
        if (status == 200)
            await context.Response.WriteAsync("{}");
    }

    private static (int Status, string Message)? Try(Func<string, (int Status, string Message)?> work, string body)
    {
        try
        {
            return work(body);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (400, e.Message);
        }
    }

    private (int, string)? Upsert(string space, string body)
    {
        var records = body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .ToList();
        if (records.Count is 0 or > MostRecords)
            return (400, $"1 to {MostRecords} records");
        if (records.Select(ProblemOf).FirstOrDefault(problem => problem is not null) is { } wrong)
            return (400, wrong);
        if (records.DistinctBy(record => $"{record["_id"]}").Count() != records.Count)
            return (400, "An id twice");
        var all = _spaces.GetOrAdd(space, _ => new());
        foreach (var record in records)
            all[$"{record["_id"]}"] = record;
        return null;
    }

    private static string? ProblemOf(JsonObject record)
    {
        if (!IsText(record["_id"], out var id) || id.Length is 0 or > LongestId || !Ascii.IsValid(id))
            return "_id must be 1 to 512 ASCII characters";
        if (!IsText(record[TextField], out var text) || text.Length == 0)
            return $"{TextField} is missing";
        var facts = record.Where(field => field.Key is not ("_id" or TextField)).ToList();
        if (facts.Find(field => !IsFact(field.Value)) is { Key: { } odd })
            return $"{odd} must be a string, a number, a boolean or a list of strings";
        return facts.Sum(field => field.Key.Length + field.Value!.ToJsonString().Length) > LargestFacts
            ? "Metadata has at most 40 KB"
            : null;
    }

    private (int, string)? Delete(string body)
    {
        var order = JsonNode.Parse(body)!.AsObject();
        var ids = order["ids"]?.AsArray().Select(id => $"{id}").ToList();
        if (ids is null || ids.Count is 0 or > MostIds)
            return (400, $"1 to {MostIds} ids");
        if (!_spaces.TryGetValue($"{order["namespace"]}", out var records))
            return (404, "Namespace not found");
        foreach (var id in ids)
            records.TryRemove(id, out _);
        return null;
    }

    private static bool IsText(JsonNode? node, out string text)
    {
        text = "";
        return node is JsonValue value && value.TryGetValue(out text!);
    }

    private static bool IsFact(JsonNode? node) =>
        node switch
        {
            JsonValue value => value.GetValueKind() is not JsonValueKind.Null,
            JsonArray list => list.All(item => IsText(item, out _)),
            _ => false,
        };

    private static object Error(int status, string code, string message) =>
        new { error = new { code, message }, status };
}
