using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Atelier.Library.Documents;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Mirrors.Neo4j;

/// <summary>
/// People and relations as a graph, through Neo4j's Query API. A document is told in several statements; one that breaks
/// off is told again from the start, and what bears an older stamp goes at the end.
/// </summary>
internal sealed class Neo4jMirror : IMirror, IDisposable
{
    private const int AtOnce = 500;
    private const int MostPassages = 50; // of one relation

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly MirrorClient _client;
    private readonly string _path;
    private readonly AuthenticationHeaderValue _who;
    private bool _hasSchema;

    public Neo4jMirror(IOptions<Neo4jOptions> options, TimeProvider clock)
    {
        var neo4j = options.Value;
        _client = new("Neo4j", neo4j.Address!, TimeSpan.FromSeconds(neo4j.TimeoutSeconds), clock);
        _path = $"/db/{neo4j.Database}/query/v2";
        var password = MirrorSecret.Read(neo4j.Password, neo4j.PasswordFile);
        _who = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{neo4j.User}:{password}")));
        Target = new Uri(neo4j.Address!, $"/db/{neo4j.Database}").ToString();
    }

    public string Name => "neo4j";

    public string Target { get; }

    public async Task<int> KeepAsync(DocumentCopy document, MirrorErrand errand, CancellationToken cancel)
    {
        if (!_hasSchema)
            foreach (var statement in Cypher.Schema)
                await RunAsync(errand, statement, new { }, cancel);
        _hasSchema = true;

        var (id, stamp) = ($"{errand.DocumentId}", errand.Stamp);
        await RunAsync(
            errand,
            Cypher.Document,
            new
            {
                id,
                stamp,
                document = Facts(document),
            },
            cancel
        );
        foreach (var people in document.People.Select(person => Facts(id, person)).Chunk(AtOnce))
            await RunAsync(
                errand,
                Cypher.People,
                new
                {
                    id,
                    stamp,
                    people,
                },
                cancel
            );
        foreach (var kind in document.Relations.GroupBy(relation => relation.Kind))
        foreach (var relations in kind.Select(relation => Facts(id, relation)).Chunk(AtOnce))
            await RunAsync(
                errand,
                kind.Key == "talksTo" ? Cypher.TalksTo : Cypher.AppearsWith,
                new { stamp, relations },
                cancel
            );
        await RunAsync(errand, Cypher.DropOldRelations, new { id, stamp }, cancel);
        await RunAsync(errand, Cypher.DropOldPeople, new { id, stamp }, cancel);
        return 1;
    }

    public async Task DropAsync(MirrorErrand errand, CancellationToken cancel)
    {
        var id = $"{errand.DocumentId}";
        await RunAsync(errand, Cypher.DropPeople, new { id }, cancel);
        await RunAsync(errand, Cypher.DropDocument, new { id }, cancel);
    }

    public void Dispose() => _client.Dispose();

    private async Task RunAsync(MirrorErrand errand, string statement, object parameters, CancellationToken cancel)
    {
        await errand.HoldAsync(parts: 1, cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, _path);
        request.Headers.Authorization = _who;
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new StringContent(
            JsonSerializer.Serialize(new { statement, parameters }, Json),
            Encoding.UTF8,
            "application/json"
        );
        var body = await _client.SendAsync(request, body => ErrorOf(body)?.Message, cancel);
        // The status goes out before the statement has run: what went wrong then is in the answer's end.
        if (ErrorOf(body) is { } error)
            throw new MirrorException(
                $"Neo4j answered {error.Code}: {MirrorClient.Short(error.Message)}",
                isOutage: !error.Code.StartsWith("Neo.ClientError.", StringComparison.Ordinal)
                    || error.Code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal)
            );
    }

    private static (string Code, string Message)? ErrorOf(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            if (
                answer.RootElement.ValueKind is not JsonValueKind.Object
                || !answer.RootElement.TryGetProperty("errors", out var errors)
                || errors.ValueKind is not JsonValueKind.Array
                || errors.GetArrayLength() == 0
            )
                return null;
            return (Text(errors[0], "code"), Text(errors[0], "message"));
        }
        catch (JsonException)
        {
            return ("no_answer", "what came is not JSON");
        }
    }

    private static string Text(JsonElement error, string field) =>
        error.ValueKind is JsonValueKind.Object && error.TryGetProperty(field, out var text) ? $"{text}" : "";

    private static object Facts(DocumentCopy copy) =>
        new
        {
            ownerId = $"{copy.Document.OwnerId}",
            projectId = copy.Document.ProjectId?.ToString(),
            title = copy.Document.Title,
            author = copy.Document.Author,
            language = copy.Document.Language,
            words = copy.Document.Words,
        };

    private static object Facts(string document, DocumentPerson person) =>
        new
        {
            id = IdOf(document, person.Number),
            number = person.Number,
            name = person.Name,
            aliases = person.Aliases,
            gender = person.Gender,
            mentions = person.Mentions,
            mentionsByChapter = person.ByChapter,
        };

    private static object Facts(string document, DocumentRelation relation) =>
        new
        {
            a = IdOf(document, relation.A),
            b = IdOf(document, relation.B),
            facts = new
            {
                weight = relation.Weight,
                passageStarts = relation.PassageStarts.Take(MostPassages),
                passageEnds = relation.PassageEnds.Take(MostPassages),
            },
        };

    private static string IdOf(string document, int person) => $"{document}/{person}";
}
