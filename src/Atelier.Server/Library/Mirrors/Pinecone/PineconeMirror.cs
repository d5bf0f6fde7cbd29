using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Library.Documents;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Mirrors.Pinecone;

/// <summary>
/// Passages as records of text, which the index embeds itself. A record is known by its document and its number, so that
/// writing it again writes it over; how many there may be is noted before they are sent, and what is too much removed by
/// number. Pinecone need not be asked what it has, which it may not know yet.
/// </summary>
internal sealed class PineconeMirror : IMirror, IDisposable
{
    /// <summary>The fields of a record beside its text.</summary>
    public static readonly string[] Facts =
    [
        "documentId",
        "title",
        "author",
        "language",
        "chapter",
        "page",
        "start",
        "end",
    ];

    private const int MostDeletedAtOnce = 1000;

    private readonly MirrorClient _client;
    private readonly PineconeOptions _options;
    private readonly string _key;

    public PineconeMirror(IOptions<PineconeOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _client = new("Pinecone", _options.Host!, TimeSpan.FromSeconds(_options.TimeoutSeconds), clock);
        _key = MirrorSecret.Read(_options.ApiKey, _options.ApiKeyFile);
        Target = new Uri(_options.Host!, $"/{_options.NamespacePrefix}*/{_options.TextField}").ToString();
    }

    public string Name => "pinecone";

    public string Target { get; }

    public async Task<int> KeepAsync(DocumentCopy document, MirrorErrand errand, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var passages in document.Passages.WithCancellation(cancel))
        {
            await errand.HoldAsync(count + passages.Count, cancel);
            var lines = new StringBuilder();
            foreach (var passage in passages)
                lines.Append(RecordOf(document.Document, passage, count++).ToJsonString()).Append('\n');
            using var request = RequestTo($"/records/namespaces/{NamespaceOf(errand)}/upsert");
            request.Content = new StringContent(lines.ToString(), Encoding.UTF8);
            request.Content.Headers.ContentType = new("application/x-ndjson");
            await _client.SendAsync(request, ReasonOf, cancel);
        }
        await DeleteAsync(errand, count, cancel);
        return count;
    }

    public Task DropAsync(MirrorErrand errand, CancellationToken cancel) => DeleteAsync(errand, from: 0, cancel);

    public void Dispose() => _client.Dispose();

    /// <summary>What the index may have of the document from this number on.</summary>
    private async Task DeleteAsync(MirrorErrand errand, int from, CancellationToken cancel)
    {
        for (; from < errand.Parts; from += MostDeletedAtOnce)
        {
            await errand.HoldAsync(errand.Parts, cancel);
            var ids = Enumerable
                .Range(from, Math.Min(MostDeletedAtOnce, errand.Parts - from))
                .Select(number => IdOf(errand.DocumentId, number));
            using var request = RequestTo("/vectors/delete");
            request.Content = JsonContent.Create(new { ids, @namespace = NamespaceOf(errand) });
            try
            {
                await _client.SendAsync(request, ReasonOf, cancel);
            }
            catch (MirrorException e) when (e.Status == StatusCodes.Status404NotFound)
            {
                return; // there is no such namespace, so nothing in it
            }
        }
    }

    private HttpRequestMessage RequestTo(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Api-Key", _key);
        request.Headers.Add("X-Pinecone-Api-Version", _options.ApiVersion);
        return request;
    }

    /// <summary>Fields are flat, and none is null.</summary>
    private JsonObject RecordOf(Document document, PassageCopy passage, int number)
    {
        var record = new JsonObject
        {
            ["_id"] = IdOf(document.Id, number),
            [_options.TextField] = passage.Body,
            ["documentId"] = $"{document.Id}",
            ["title"] = document.Title,
            ["chapter"] = passage.Chapter,
            ["start"] = passage.Start,
            ["end"] = passage.End,
        };
        if (passage.Page is { } page)
            record["page"] = page;
        if (document.Author is { } author)
            record["author"] = author;
        if (document.Language is { } language)
            record["language"] = language;
        return record;
    }

    private string NamespaceOf(MirrorErrand errand) => $"{_options.NamespacePrefix}{errand.OwnerId}";

    private static string IdOf(Guid document, int number) => $"{document}#{number}";

    /// <summary>An error is an object with a message, itself or in a field; or words.</summary>
    private static string? ReasonOf(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var error = answer.RootElement;
            if (error.ValueKind is JsonValueKind.Object && error.TryGetProperty("error", out var inner))
                error = inner;
            return error.ValueKind is JsonValueKind.Object && error.TryGetProperty("message", out var message)
                ? $"{message}"
                : $"{error}";
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
