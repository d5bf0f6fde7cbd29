using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Testing.Models.Mirrors;

/// <summary>Patterns of one node, or of one relation between two: <c>(a:Label {key: $value})-[r:TYPE]->(b)</c>.</summary>
internal static partial class FakePattern
{
    public static IEnumerable<Dictionary<string, object>> Find(
        FakeCypher.Scope scope,
        Dictionary<string, object> row,
        string text
    )
    {
        var path = Read(text);
        foreach (var left in Nodes(scope, row, path.Left))
            if (path.Right is null)
                yield return Bind(row, path.Left, left);
            else
                foreach (
                    var relation in scope.Graph.Relations.Where(r => r.From == left && path.Types.Contains(r.Kind))
                )
                    if (Nodes(scope, row, path.Right).Contains(relation.To!))
                    {
                        var bound = Bind(Bind(row, path.Left, left), path.Right, relation.To!);
                        if (path.Relation != "")
                            bound[path.Relation] = relation;
                        yield return bound;
                    }
    }

    public static Dictionary<string, object> Make(FakeCypher.Scope scope, Dictionary<string, object> row, string text)
    {
        var path = Read(text);
        if (path.Right is null)
            return Bind(row, path.Left, MakeNode(scope, row, path.Left));
        if (path.Types.Count != 1)
            throw FakeCypher.Syntax(text);
        var relation = scope.Graph.AddRelation(
            path.Types.Single(),
            FakeCypher.Entity(row, path.Left.Name),
            FakeCypher.Entity(row, path.Right.Name)
        );
        return path.Relation == "" ? row : new(row) { [path.Relation] = relation };
    }

    private static FakeEntity MakeNode(FakeCypher.Scope scope, Dictionary<string, object> row, Node pattern)
    {
        if (pattern.Label == "" || row.ContainsKey(pattern.Name))
            throw FakeCypher.Syntax(pattern.Name);
        var value = pattern.Key == "" ? null : FakeCypher.Value(scope, row, pattern.Value);
        if (pattern.Key != "" && value is not { ValueKind: not JsonValueKind.Null })
            throw new FakeCypherException(
                "Neo.ClientError.Statement.SemanticError",
                $"Cannot merge node using null property value for {pattern.Key}."
            );
        var node = scope.Graph.AddNode(pattern.Label);
        if (value is { } some)
            node.Facts[pattern.Key] = some;
        return node;
    }

    private static List<FakeEntity> Nodes(FakeCypher.Scope scope, Dictionary<string, object> row, Node pattern)
    {
        if (pattern.Name != "" && row.ContainsKey(pattern.Name))
            return [FakeCypher.Entity(row, pattern.Name)];
        var value = pattern.Key == "" ? null : FakeCypher.Value(scope, row, pattern.Value);
        return
        [
            .. scope.Graph.Nodes.Where(node =>
                (pattern.Label == "" || node.Kind == pattern.Label)
                && (
                    pattern.Key == ""
                    || (
                        value is { } wanted
                        && node.Facts.TryGetValue(pattern.Key, out var has)
                        && has.GetRawText() == wanted.GetRawText()
                    )
                )
            ),
        ];
    }

    private static Dictionary<string, object> Bind(Dictionary<string, object> row, Node pattern, FakeEntity node) =>
        pattern.Name == "" ? row : new(row) { [pattern.Name] = node };

    private static Path Read(string text)
    {
        if (Whole().Match(text) is not { Success: true } match)
            throw FakeCypher.Syntax(text);
        return new(
            NodeOf(match.Groups["left"].Value),
            match.Groups["relation"].Value,
            [.. match.Groups["types"].Value.Split('|', StringSplitOptions.RemoveEmptyEntries)],
            match.Groups["right"].Success ? NodeOf(match.Groups["right"].Value) : null
        );
    }

    private static Node NodeOf(string text)
    {
        if (One().Match(text) is not { Success: true } match)
            throw FakeCypher.Syntax(text);
        return new(
            match.Groups["name"].Value,
            match.Groups["label"].Value,
            match.Groups["key"].Value,
            match.Groups["value"].Value
        );
    }

    private sealed record Node(string Name, string Label, string Key, string Value);

    private sealed record Path(Node Left, string Relation, IReadOnlyList<string> Types, Node? Right);

    [GeneratedRegex(
        @"^\((?<left>[^()]*)\)(-\[(?<relation>\w*):(?<types>\w+(\|\w+)*)\]->\((?<right>[^()]*)\))?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^(?<name>\w*)(:(?<label>\w+))?( \{(?<key>\w+): (?<value>\$?[\w.]+)\})?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex One();
}
