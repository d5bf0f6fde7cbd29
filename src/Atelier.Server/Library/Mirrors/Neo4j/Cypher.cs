namespace Atelier.Library.Mirrors.Neo4j;

/// <summary>
/// All that is ever said to the graph. Values are parameters, never part of a statement; what is there already is found
/// by its id and written over, so that saying it twice is as once.
/// </summary>
internal static class Cypher
{
    /// <summary>Without them, two that merge at once could make two of one.</summary>
    public static readonly string[] Schema =
    [
        "CREATE CONSTRAINT atelier_document IF NOT EXISTS FOR (d:AtelierDocument) REQUIRE d.id IS UNIQUE",
        "CREATE CONSTRAINT atelier_person IF NOT EXISTS FOR (p:AtelierPerson) REQUIRE p.id IS UNIQUE",
        "CREATE INDEX atelier_cast IF NOT EXISTS FOR (p:AtelierPerson) ON (p.documentId)",
    ];

    public const string Document = """
        MERGE (d:AtelierDocument {id: $id})
        SET d += $document, d.stamp = $stamp
        """;

    public const string People = """
        MATCH (d:AtelierDocument {id: $id})
        UNWIND $people AS person
        MERGE (p:AtelierPerson {id: person.id})
        SET p += person, p.documentId = $id, p.stamp = $stamp
        MERGE (p)-[:APPEARS_IN]->(d)
        """;

    public const string TalksTo = """
        UNWIND $relations AS relation
        MATCH (a:AtelierPerson {id: relation.a})
        MATCH (b:AtelierPerson {id: relation.b})
        MERGE (a)-[r:TALKS_TO]->(b)
        SET r += relation.facts, r.stamp = $stamp
        """;

    public const string AppearsWith = """
        UNWIND $relations AS relation
        MATCH (a:AtelierPerson {id: relation.a})
        MATCH (b:AtelierPerson {id: relation.b})
        MERGE (a)-[r:APPEARS_WITH]->(b)
        SET r += relation.facts, r.stamp = $stamp
        """;

    public const string DropOldRelations = """
        MATCH (:AtelierPerson {documentId: $id})-[r:TALKS_TO|APPEARS_WITH]->()
        WHERE r.stamp <> $stamp
        DELETE r
        """;

    public const string DropOldPeople = """
        MATCH (p:AtelierPerson {documentId: $id})
        WHERE p.stamp <> $stamp
        DETACH DELETE p
        """;

    public const string DropPeople = """
        MATCH (p:AtelierPerson {documentId: $id})
        DETACH DELETE p
        """;

    public const string DropDocument = """
        MATCH (d:AtelierDocument {id: $id})
        DETACH DELETE d
        """;
}
