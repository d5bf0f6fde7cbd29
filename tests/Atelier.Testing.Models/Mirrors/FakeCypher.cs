using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Testing.Models.Mirrors;

/// <summary>An error of a statement, with Neo4j's code.</summary>
public sealed class FakeCypherException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>
/// A small part of Cypher, one clause a line: MATCH and MERGE of a node or of one relation between two, UNWIND, WHERE of one
/// comparison, SET, DELETE, and constraints. A value is a parameter, a variable or a property; literals are errors here,
/// because a value in a statement is where injections come in.
/// </summary>
internal static partial class FakeCypher
{
    public static void Run(FakeGraph graph, string statement, IReadOnlyDictionary<string, JsonElement> parameters)
    {
        List<Dictionary<string, object>> rows =
        [
            [],
        ];
        foreach (
            var line in statement.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            rows = Clause(new Scope(graph, parameters), line, rows);
    }

    private static List<Dictionary<string, object>> Clause(
        Scope scope,
        string line,
        List<Dictionary<string, object>> rows
    )
    {
        if (Constraint().Match(line) is { Success: true } constraint)
            scope.Graph.Unique.Add((constraint.Groups["label"].Value, constraint.Groups["key"].Value));
        else if (Index().IsMatch(line))
            return rows;
        else if (Unwind().Match(line) is { Success: true } unwind)
            return [.. rows.SelectMany(row => Each(scope, row, unwind))];
        else if (Where().Match(line) is { Success: true } where)
            return [.. rows.Where(row => Differs(scope, row, where))];
        else if (Matching().Match(line) is { Success: true } match)
            return [.. rows.SelectMany(row => FakePattern.Find(scope, row, match.Groups["path"].Value))];
        else if (Merging().Match(line) is { Success: true } merge)
            return
            [
                .. rows.SelectMany(row =>
                {
                    var found = FakePattern.Find(scope, row, merge.Groups["path"].Value).ToList();
                    return found.Count > 0 ? found : [FakePattern.Make(scope, row, merge.Groups["path"].Value)];
                }),
            ];
        else if (Delete().Match(line) is { Success: true } delete)
            foreach (var row in rows)
                scope.Graph.Remove(Entity(row, delete.Groups["name"].Value), delete.Groups["detach"].Success);
        else if (line.StartsWith("SET ", StringComparison.Ordinal))
            foreach (var row in rows)
            foreach (var item in line[4..].Split(','))
                Set(scope, row, item.Trim());
        else
            throw Syntax(line);
        return rows;
    }

    internal static FakeCypherException Syntax(string part) =>
        new("Neo.ClientError.Statement.SyntaxError", $"Invalid input '{part}'.");

    internal static FakeEntity Entity(Dictionary<string, object> row, string name) =>
        row.GetValueOrDefault(name) as FakeEntity
        ?? throw new FakeCypherException("Neo.ClientError.Statement.SyntaxError", $"Variable `{name}` not defined.");

    /// <returns>Null for what is not there.</returns>
    internal static JsonElement? Value(Scope scope, Dictionary<string, object> row, string expression)
    {
        if (expression.StartsWith('$'))
            return scope.Parameters.TryGetValue(expression[1..], out var given)
                ? given
                : throw new FakeCypherException(
                    "Neo.ClientError.Statement.ParameterMissing",
                    $"Expected parameter(s): {expression[1..]}"
                );
        if (!Name().IsMatch(expression))
            throw Syntax(expression);
        var parts = expression.Split('.');
        if (!row.TryGetValue(parts[0], out var bound))
            throw Syntax(expression);
        if (parts.Length == 1)
            return bound is JsonElement whole ? whole : throw Syntax(expression);
        return bound switch
        {
            FakeEntity entity => entity.Facts.TryGetValue(parts[1], out var fact) ? fact : null,
            JsonElement map => map.TryGetProperty(parts[1], out var field) ? field : null,
            _ => null,
        };
    }

    private static IEnumerable<Dictionary<string, object>> Each(
        Scope scope,
        Dictionary<string, object> row,
        Match unwind
    ) =>
        Value(scope, row, unwind.Groups["list"].Value)!
            .Value.EnumerateArray()
            .Select(item => new Dictionary<string, object>(row) { [unwind.Groups["name"].Value] = item });

    /// <summary>A comparison with what is not there is neither true nor false.</summary>
    private static bool Differs(Scope scope, Dictionary<string, object> row, Match where) =>
        Value(scope, row, where.Groups["left"].Value) is { } left
        && Value(scope, row, where.Groups["right"].Value) is { } right
        && left.GetRawText() != right.GetRawText();

    private static void Set(Scope scope, Dictionary<string, object> row, string item)
    {
        if (SetAll().Match(item) is { Success: true } all)
            foreach (var fact in Value(scope, row, all.Groups["value"].Value)!.Value.EnumerateObject())
                Put(Entity(row, all.Groups["name"].Value), fact.Name, fact.Value);
        else if (SetOne().Match(item) is { Success: true } one)
            Put(
                Entity(row, one.Groups["name"].Value),
                one.Groups["fact"].Value,
                Value(scope, row, one.Groups["value"].Value)
            );
        else
            throw Syntax(item);
    }

    /// <summary>Null takes a property away; maps, and lists of anything but plain values, are none.</summary>
    private static void Put(FakeEntity entity, string fact, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } some)
            entity.Facts.Remove(fact);
        else if (
            some.ValueKind is JsonValueKind.Object
            || (
                some.ValueKind is JsonValueKind.Array
                && some.EnumerateArray()
                    .Any(one => one.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            )
        )
            throw new FakeCypherException(
                "Neo.ClientError.Statement.TypeError",
                "Property values can only be of primitive types or arrays thereof."
            );
        else
            entity.Facts[fact] = some;
    }

    internal sealed record Scope(FakeGraph Graph, IReadOnlyDictionary<string, JsonElement> Parameters);

    [GeneratedRegex(
        @"^CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \((?<v>\w+):(?<label>\w+)\) REQUIRE \k<v>\.(?<key>\w+) IS UNIQUE$"
    )]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^CREATE INDEX \w+ IF NOT EXISTS FOR \((?<v>\w+):\w+\) ON \(\k<v>\.\w+\)$")]
    private static partial Regex Index();

    [GeneratedRegex(@"^UNWIND (?<list>\$?[\w.]+) AS (?<name>\w+)$")]
    private static partial Regex Unwind();

    [GeneratedRegex(@"^WHERE (?<left>[\w.]+) <> (?<right>\$?[\w.]+)$")]
    private static partial Regex Where();

    [GeneratedRegex(@"^MATCH (?<path>\(.*)$")]
    private static partial Regex Matching();

    [GeneratedRegex(@"^MERGE (?<path>\(.*)$")]
    private static partial Regex Merging();

    [GeneratedRegex(@"^(?<detach>DETACH )?DELETE (?<name>\w+)$")]
    private static partial Regex Delete();

    [GeneratedRegex(@"^(?<name>\w+) \+= (?<value>\$?[\w.]+)$")]
    private static partial Regex SetAll();

    [GeneratedRegex(@"^(?<name>\w+)\.(?<fact>\w+) = (?<value>\$?[\w.]+)$")]
    private static partial Regex SetOne();

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$")]
    private static partial Regex Name();
}
