using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Generation;

/// <summary>A request that the operator wrote, with places for what changes. Text goes in as a value, never as JSON.</summary>
internal static class RequestTemplate
{
    private const int FramesPerSecond = 24;

    public static bool IsReadable(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is JsonObject template
                && template.ToJsonString().Contains("{prompt}", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    public static JsonObject Fill(JsonObject template, ClipPlan plan) => FillObject(template, plan);

    private static JsonObject FillObject(JsonObject node, ClipPlan plan) =>
        new(node.Select(field => KeyValuePair.Create(field.Key, FillNode(field.Value, plan))));

    private static JsonNode? FillNode(JsonNode? node, ClipPlan plan) =>
        node switch
        {
            JsonObject fields => FillObject(fields, plan),
            JsonArray items => new JsonArray([.. items.Select(item => FillNode(item, plan))]),
            JsonValue value when value.GetValueKind() is JsonValueKind.String => FillText(
                value.GetValue<string>(),
                plan
            ),
            _ => node?.DeepClone(),
        };

    /// <summary>A place that is the whole value becomes a number where it stands for one.</summary>
    private static JsonNode FillText(string text, ClipPlan plan) =>
        text switch
        {
            "{width}" => plan.Width,
            "{height}" => plan.Height,
            "{seconds}" => plan.Seconds,
            "{frames}" => plan.Seconds * FramesPerSecond + 1, // video models count the first frame extra
            "{seed}" => plan.Seed,
            _ => text.Replace("{prompt}", plan.Prompt, StringComparison.Ordinal),
        };
}
