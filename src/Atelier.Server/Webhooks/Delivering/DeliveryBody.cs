using System.Text.Json;
using Atelier.JobEngine;
using Atelier.Platform.Http;

namespace Atelier.Webhooks.Delivering;

/// <summary>What is sent: <c>{type, timestamp, data}</c>, in the API's JSON.</summary>
internal static class DeliveryBody
{
    private const int LargestResult = 32 * 1024;

    private static readonly JsonSerializerOptions Json = Rules();

    public static string Of(string type, DateTimeOffset timestamp, object data) =>
        JsonSerializer.Serialize(
            new
            {
                type,
                timestamp,
                data,
            },
            Json
        );

    public static string OfJob(JobEvent end) =>
        Of(
            WebhookEvents.OfJob(end.Type),
            end.At,
            new
            {
                id = end.JobId,
                end.Kind,
                state = end.Type,
                end.ProjectId,
                end.BatchId,
                finishedAt = end.At,
                result = Part(end, "result"),
                error = Part(end, "error"),
            }
        );

    /// <summary>A result too large for a message is read where the job is shown.</summary>
    private static JsonElement? Part(JobEvent end, string name) =>
        end.Data is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty(name, out var part)
        && part.GetRawText().Length <= LargestResult
            ? part
            : null;

    private static JsonSerializerOptions Rules()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonRules.Apply(json);
        return json;
    }
}
