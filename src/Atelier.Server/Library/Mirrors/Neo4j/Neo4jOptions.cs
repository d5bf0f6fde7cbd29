using System.ComponentModel.DataAnnotations;

namespace Atelier.Library.Mirrors.Neo4j;

/// <summary>
/// Section <c>Atelier:Library:Neo4j</c>: a Neo4j server (5.19 or newer, for its Query API) that gets a copy of people and
/// relations. Off without an address.
/// </summary>
internal sealed class Neo4jOptions : IValidatableObject
{
    public const string Section = "Atelier:Library:Neo4j";

    /// <summary>Of its HTTP interface, as in <c>http://127.0.0.1:7474</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>The database on it.</summary>
    [Required, RegularExpression("[A-Za-z][A-Za-z0-9.-]{2,62}")]
    public string Database { get; set; } = "neo4j";

    /// <summary>Whom to sign in as.</summary>
    [Required]
    public string User { get; set; } = "neo4j";

    /// <summary>Better kept in the environment or a file than on a command line.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password; white space around it is ignored.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>For one request.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        MirrorSecret.Check(
            (nameof(Address), Address),
            (nameof(Password), Password),
            (nameof(PasswordFile), PasswordFile)
        );
}
