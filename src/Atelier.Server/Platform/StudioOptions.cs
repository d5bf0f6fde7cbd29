using System.ComponentModel.DataAnnotations;

namespace Atelier.Platform;

/// <summary>Section <c>Atelier</c>: where the studio keeps things and what this process does.</summary>
internal sealed class StudioOptions
{
    public const string Section = "Atelier";

    /// <summary>The folder for the database, the assets and the signing key. Command line: <c>--data</c>.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Data { get; set; } = Path.Combine(".atelier", "data");

    /// <summary>The folder of installed data packages. Found beside the repository when not given.</summary>
    [Required(ErrorMessage = "No folder packs/node_modules was found; run ./atelier up, or name it here.")]
    public string Packs { get; set; } = "";

    /// <summary>all, web (answers requests, runs no jobs) or worker (runs jobs). Command line: <c>--role</c>.</summary>
    [Required, RegularExpression("all|web|worker", ErrorMessage = "The role must be all, web or worker.")]
    public string Role { get; set; } = "all";

    /// <summary>A PostgreSQL server of your own, as an Npgsql connection string. Environment: ATELIER_DATABASE.</summary>
    public string? Database { get; set; }

    public bool RunsJobs => Role is not "web";

    public string DataPath(params ReadOnlySpan<string> parts) => Path.GetFullPath(Path.Combine([Data, .. parts]));
}
