using System.Text.Json.Nodes;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;

namespace Atelier.Jobs.Contracts;

/// <summary>Judges the items of one order as if each came as a request of its own; a project is asked about once.</summary>
/// <param name="projectOf">The project that an item names.</param>
/// <param name="judge">Why things may not be put into that project.</param>
internal sealed class ItemCheck<TRequest>(
    BodyRules rules,
    Func<TRequest, Guid?> projectOf,
    Func<Guid, Task<Problem?>> judge
)
    where TRequest : class
{
    /// <param name="objection">What else is wrong with a request that reads well: a field, and the reason.</param>
    public async Task<IReadOnlyList<ItemProblem>> RunAsync(
        IReadOnlyList<JsonObject> items,
        Func<TRequest, (string Field, string Message)?> objection,
        CancellationToken cancel
    )
    {
        var problems = new List<ItemProblem>();
        var judged = new Dictionary<Guid, Problem?>();
        for (var i = 0; i < items.Count; i++)
        {
            var (request, errors) = await rules.ReadAsync<TRequest>(items[i], cancel);
            problems.AddRange(errors.SelectMany(e => e.Value.Select(message => new ItemProblem(i, e.Key, message))));
            if (request is null)
                continue;
            if (objection(request) is var (field, message))
                problems.Add(new(i, field, message));
            if (projectOf(request) is not { } project)
                continue;
            if (!judged.TryGetValue(project, out var refusal))
                judged[project] = refusal = await judge(project);
            if (refusal is not null)
                problems.Add(
                    new(i, "projectId", refusal.Detail, Forbidden: refusal.Status == StatusCodes.Status403Forbidden)
                );
        }
        return problems;
    }
}
