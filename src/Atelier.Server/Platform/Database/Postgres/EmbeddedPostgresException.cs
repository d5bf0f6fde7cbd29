namespace Atelier.Platform.Database.Postgres;

/// <summary>The studio's own PostgreSQL cannot start; the message says why and what to do.</summary>
internal sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
