using Atelier.Platform.Http;

namespace Atelier.Projects.Contracts;

/// <summary>Whose a project is. Judge an id from a body with <see cref="Ownership.Judge"/>.</summary>
internal interface IProjects : IOwnerLookup;
