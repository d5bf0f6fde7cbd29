using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;

namespace Atelier.Jobs.Batches;

/// <summary>The items of a batch as they are read: defaults beneath, what an item says itself on top.</summary>
internal sealed class BatchDraft
{
    public const int MostItems = 1000;

    private readonly JsonObject _defaults = [];
    private readonly List<JsonObject> _items = [];
    private readonly List<int> _places = [];
    private readonly List<ItemProblem> _problems = [];

    private BatchDraft(IBatchWork work) => Work = work;

    public IBatchWork Work { get; }

    public int Count { get; private set; }

    /// <returns>A draft without items, or what is wrong with the defaults.</returns>
    public static (BatchDraft? Draft, Problem? Refusal) Begin(IBatchWork work, JsonElement? defaults)
    {
        var draft = new BatchDraft(work);
        if (
            defaults is not { ValueKind: not JsonValueKind.Null } own
            || draft.Lay(own, draft._defaults) is not { } wrong
        )
            return (draft, null);
        return (null, Problem.Invalid($"defaults.{wrong.Field}".TrimEnd('.'), wrong.Message));
    }

    /// <summary>All items, once the check found nothing.</summary>
    public IReadOnlyList<JsonObject> Items => _items;

    /// <summary>An item as JSON.</summary>
    public void Add(JsonElement own)
    {
        var item = _defaults.DeepClone().AsObject();
        var place = Count++;
        if (Lay(own, item) is { } wrong)
        {
            _problems.Add(wrong with { Item = place });
            return;
        }
        _items.Add(item);
        _places.Add(place);
    }

    /// <summary>An item as a row of a table; an empty cell says nothing.</summary>
    public void Add(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        if (cells.Count != columns.Count)
        {
            var says = string.Create(
                CultureInfo.InvariantCulture,
                $"This row has {cells.Count} cells, the header has {columns.Count}."
            );
            _problems.Add(new(Count++, "", says));
            return;
        }
        var item = new JsonObject();
        foreach (var (column, cell) in columns.Zip(cells))
            if (cell.Length > 0)
                item[column] = ValueOf(cell, Work.Fields[column]);
        Add(JsonSerializer.SerializeToElement(item));
    }

    /// <summary>What is wrong, in the order of the items.</summary>
    public async Task<IReadOnlyList<ItemProblem>> CheckAsync(Guid ownerId, CancellationToken cancel)
    {
        var found = await Work.CheckAsync(ownerId, _items, cancel);
        return
        [
            .. found
                .Select(problem => problem with { Item = _places[problem.Item] })
                .Concat(_problems)
                .OrderBy(p => p.Item),
        ];
    }

    private ItemProblem? Lay(JsonElement own, JsonObject item)
    {
        if (own.ValueKind != JsonValueKind.Object)
            return new(0, "", "An item is a JSON object.");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var field in own.EnumerateObject())
            {
                if (!Work.Fields.ContainsKey(field.Name))
                    return new(0, field.Name, "There is no such field.");
                if (!seen.Add(field.Name))
                    return new(0, field.Name, "This field is there twice.");
                if (HasNul(field.Value))
                    return new(0, field.Name, "Text must not contain the NUL character.");
                item[Canonical(field.Name)] = JsonNode.Parse(field.Value.GetRawText());
            }
        }
        catch (InvalidOperationException)
        {
            return new(0, "", "The item holds text that is no Unicode."); // half a surrogate pair, escaped
        }
        return null;
    }

    private string Canonical(string name) =>
        Work.Fields.Keys.First(key => key.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool HasNul(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Contains('\0', StringComparison.Ordinal),
            JsonValueKind.Array => value.EnumerateArray().Any(HasNul),
            JsonValueKind.Object => value.EnumerateObject().Any(field => HasNul(field.Value)),
            _ => false,
        };

    /// <summary>What cannot be read stays text, and is refused as the wrong type by the field's own rules.</summary>
    private static JsonNode? ValueOf(string cell, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string) || plain == typeof(Guid))
            return cell;
        try
        {
            var text = plain == typeof(bool) ? cell.Trim().ToLowerInvariant() : cell;
            return JsonNode.Parse(text, documentOptions: new() { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return cell;
        }
    }
}
