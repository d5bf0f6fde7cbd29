namespace Atelier.Library.Searching;

/// <summary>Where to look: in one document, in a project, or in all of a person's library.</summary>
internal sealed record SearchScope(Guid Owner, Guid? Document = null, Guid? Project = null)
{
    /// <summary>A condition on <c>library.documents d</c>, with <c>$1</c> as the id.</summary>
    public string Sql =>
        Document is not null ? "d.id = $1"
        : Project is not null ? "d.project_id = $1 and d.owner_id = $2"
        : "d.owner_id = $1";

    /// <summary>What the condition takes; further parameters follow.</summary>
    public IReadOnlyList<Guid> Ids =>
        Document is { } document ? [document]
        : Project is { } project ? [project, Owner]
        : [Owner];
}
