using System.Text.Json;

namespace Atelier.Testing.Models.Mirrors;

/// <summary>A node or a relation.</summary>
public sealed class FakeEntity(string kind, FakeEntity? from = null, FakeEntity? to = null)
{
    /// <summary>A node's label or a relation's type.</summary>
    public string Kind => kind;

    public FakeEntity? From => from;

    public FakeEntity? To => to;

    public Dictionary<string, JsonElement> Facts { get; private init; } = [];

    public string Text(string fact) => Facts.TryGetValue(fact, out var value) ? $"{value}" : "";

    internal FakeEntity Copy(Func<FakeEntity, FakeEntity> copyOf) =>
        new(kind, from is null ? null : copyOf(from), to is null ? null : copyOf(to)) { Facts = new(Facts) };
}

/// <summary>Nodes and relations.</summary>
public sealed class FakeGraph
{
    private List<FakeEntity> _nodes = [];
    private List<FakeEntity> _relations = [];

    public IReadOnlyList<FakeEntity> Nodes => _nodes;

    public IReadOnlyList<FakeEntity> Relations => _relations;

    /// <summary>Labels with the property that no two nodes share.</summary>
    public ISet<(string Label, string Key)> Unique { get; } = new HashSet<(string, string)>();

    public void Clear() => (_nodes, _relations) = ([], []);

    internal FakeEntity AddNode(string label)
    {
        var node = new FakeEntity(label);
        _nodes.Add(node);
        return node;
    }

    internal FakeEntity AddRelation(string type, FakeEntity from, FakeEntity to)
    {
        var relation = new FakeEntity(type, from, to);
        _relations.Add(relation);
        return relation;
    }

    internal void Remove(FakeEntity entity, bool detach)
    {
        if (detach)
            _relations.RemoveAll(relation => relation.From == entity || relation.To == entity);
        else if (_relations.Exists(relation => relation.From == entity || relation.To == entity))
            throw new FakeCypherException(
                "Neo.ClientError.Schema.ConstraintValidationFailed",
                "Cannot delete a node that still has relationships."
            );
        _nodes.Remove(entity);
        _relations.Remove(entity);
    }

    /// <summary>What fails leaves no trace.</summary>
    internal void Try(Action<FakeGraph> statement)
    {
        var copies = new Dictionary<FakeEntity, FakeEntity>();
        var nodes = _nodes.ConvertAll(CopyOf);
        var relations = _relations.ConvertAll(relation => relation.Copy(CopyOf));
        try
        {
            statement(this);
            foreach (var (label, key) in Unique)
                if (
                    _nodes
                        .Where(node => node.Kind == label)
                        .GroupBy(node => node.Text(key))
                        .Any(same => same.Count() > 1)
                )
                    throw new FakeCypherException(
                        "Neo.ClientError.Schema.ConstraintValidationFailed",
                        $"Two nodes {label} share a {key}."
                    );
        }
        catch
        {
            (_nodes, _relations) = (nodes, relations);
            throw;
        }

        FakeEntity CopyOf(FakeEntity node) =>
            copies.TryGetValue(node, out var copy) ? copy : copies[node] = node.Copy(one => one);
    }
}
