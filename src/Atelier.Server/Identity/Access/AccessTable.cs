using Atelier.Platform.Http;
using static Atelier.Platform.Http.AccessRule;

namespace Atelier.Identity.Access;

/// <summary>
/// Who may call what: one line for every operation of the studio, written as in the API document. An operation that is
/// missing here stops the start. What each role has of the scopes: <see cref="Contracts.Roles"/>.
/// </summary>
internal static class AccessTable
{
    public static IReadOnlyDictionary<string, AccessRule> Rules { get; } =
        new SortedDictionary<string, AccessRule>(StringComparer.Ordinal)
        {
            ["POST /api/v1/auth/register"] = Open,
            ["POST /api/v1/auth/login"] = Open,
            ["POST /api/v1/auth/login/factor"] = Open,
            ["POST /api/v1/auth/refresh"] = Open,
            ["POST /api/v1/auth/forgot"] = Open,
            ["POST /api/v1/auth/reset"] = Open,
            ["POST /api/v1/auth/verify"] = Open,
            ["POST /api/v1/auth/email/confirm"] = Open,
            ["POST /api/v1/auth/verify/resend"] = InPerson,
            ["POST /api/v1/auth/email"] = InPerson,
            ["POST /api/v1/auth/logout"] = InPerson,
            ["POST /api/v1/auth/step-up"] = InPerson,
            ["POST /api/v1/auth/password"] = InPerson,
            ["GET /api/v1/auth/me"] = SignedIn,
            ["GET /api/v1/auth/validate"] = SignedIn,
            ["GET /api/v1/auth/sessions"] = InPerson,
            ["DELETE /api/v1/auth/sessions"] = InPerson,
            ["DELETE /api/v1/auth/sessions/{sessionId}"] = InPerson,
            ["GET /api/v1/auth/totp"] = InPerson,
            ["POST /api/v1/auth/totp"] = InPerson,
            ["POST /api/v1/auth/totp/confirm"] = InPerson,
            ["POST /api/v1/auth/totp/recovery-codes"] = InPerson,
            ["DELETE /api/v1/auth/totp"] = InPerson,
            ["POST /api/v1/auth/keys"] = InPerson,
            ["GET /api/v1/auth/keys"] = InPerson,
            ["DELETE /api/v1/auth/keys/{keyId}"] = InPerson,

            ["GET /api/v1/users/me"] = SignedIn,
            ["PATCH /api/v1/users/me"] = InPerson,
            ["DELETE /api/v1/users/me"] = InPerson,
            ["GET /api/v1/users/me/export"] = InPerson,
            ["GET /api/v1/users"] = NeedsScope("users:read"),
            ["GET /api/v1/users/{userId}"] = NeedsScope("users:read"),
            ["PATCH /api/v1/users/{userId}"] = NeedsScope("users:write"),
            ["DELETE /api/v1/users/{userId}"] = NeedsScope("users:write"),
            ["POST /api/v1/users/{userId}/reset"] = NeedsScope("users:write"),

            // Projects are the shelves of the library: they hold works of every studio.
            ["POST /api/v1/projects"] = NeedsScope("library:write"),
            ["GET /api/v1/projects"] = NeedsScope("library:read"),
            ["GET /api/v1/projects/{projectId}"] = NeedsScope("library:read"),
            ["PATCH /api/v1/projects/{projectId}"] = NeedsScope("library:write"),
            ["DELETE /api/v1/projects/{projectId}"] = NeedsScope("library:write"),

            ["GET /api/v1/jobs"] = NeedsScope("jobs:read"),
            // What is ordered takes the scope of its studio as well.
            ["POST /api/v1/jobs"] = NeedsScope("jobs:write"),
            ["GET /api/v1/jobs/stats"] = NeedsScope("jobs:read"),
            ["GET /api/v1/jobs/{jobId}"] = NeedsScope("jobs:read"),
            ["GET /api/v1/jobs/{jobId}/events"] = NeedsScope("jobs:read"),
            ["DELETE /api/v1/jobs/{jobId}"] = NeedsScope("jobs:write"),
            ["POST /api/v1/jobs/{jobId}/cancel"] = NeedsScope("jobs:write"),
            ["POST /api/v1/jobs/{jobId}/retry"] = NeedsScope("jobs:write"),

            // Other people's tasks, and closing a lane, take users:read as well.
            ["GET /api/v1/tasks"] = NeedsScope("jobs:read"),
            ["GET /api/v1/tasks/{taskId}"] = NeedsScope("jobs:read"),
            ["POST /api/v1/tasks/{taskId}/cancel"] = NeedsScope("jobs:write"),
            ["POST /api/v1/tasks/{taskId}/retry"] = NeedsScope("jobs:write"),
            ["GET /api/v1/nodes"] = NeedsScope("users:read"),
            ["GET /api/v1/tasks/stats"] = NeedsScope("users:read"),
            ["GET /api/v1/tasks/lanes"] = NeedsScope("users:read"),
            ["POST /api/v1/tasks/lanes/{lane}/pause"] = NeedsScope("jobs:write"),
            ["POST /api/v1/tasks/lanes/{lane}/resume"] = NeedsScope("jobs:write"),
            ["POST /api/v1/tasks/lanes/{lane}/drain"] = NeedsScope("jobs:write"),

            // Ordering works takes the scope of their studio as well.
            ["POST /api/v1/batch"] = NeedsScope("jobs:write"),
            ["POST /api/v1/batch/upload"] = NeedsScope("jobs:write"),
            ["GET /api/v1/batch"] = NeedsScope("jobs:read"),
            ["GET /api/v1/batch/{batchId}"] = NeedsScope("jobs:read"),
            ["GET /api/v1/batch/{batchId}/items"] = NeedsScope("jobs:read"),
            ["GET /api/v1/batch/{batchId}/files"] = NeedsScope("jobs:read"),
            ["POST /api/v1/batch/{batchId}/cancel"] = NeedsScope("jobs:write"),
            ["POST /api/v1/batch/{batchId}/retry-failed"] = NeedsScope("jobs:write"),
            ["DELETE /api/v1/batch/{batchId}"] = NeedsScope("jobs:write"),

            ["POST /api/v1/schedules"] = NeedsScope("jobs:write"),
            ["GET /api/v1/schedules"] = NeedsScope("jobs:read"),
            ["GET /api/v1/schedules/{scheduleId}"] = NeedsScope("jobs:read"),
            ["GET /api/v1/schedules/{scheduleId}/runs"] = NeedsScope("jobs:read"),
            ["PATCH /api/v1/schedules/{scheduleId}"] = NeedsScope("jobs:write"),
            ["DELETE /api/v1/schedules/{scheduleId}"] = NeedsScope("jobs:write"),

            // What a webhook is told is what jobs:read shows.
            ["POST /api/v1/webhooks"] = NeedsScope("jobs:write"),
            ["GET /api/v1/webhooks"] = NeedsScope("jobs:read"),
            ["GET /api/v1/webhooks/{webhookId}"] = NeedsScope("jobs:read"),
            ["PATCH /api/v1/webhooks/{webhookId}"] = NeedsScope("jobs:write"),
            ["DELETE /api/v1/webhooks/{webhookId}"] = NeedsScope("jobs:write"),
            ["POST /api/v1/webhooks/{webhookId}/test"] = NeedsScope("jobs:write"),
            ["GET /api/v1/webhooks/{webhookId}/deliveries"] = NeedsScope("jobs:read"),
            ["GET /api/v1/webhooks/deliveries/{deliveryId}"] = NeedsScope("jobs:read"),
            ["POST /api/v1/webhooks/deliveries/{deliveryId}/redeliver"] = NeedsScope("jobs:write"),

            ["POST /api/v1/books"] = NeedsScope("books:write"),
            ["GET /api/v1/books"] = NeedsScope("books:read"),
            ["GET /api/v1/books/{bookId}"] = NeedsScope("books:read"),
            ["PATCH /api/v1/books/{bookId}"] = NeedsScope("books:write"),
            ["DELETE /api/v1/books/{bookId}"] = NeedsScope("books:write"),
            ["POST /api/v1/books/{bookId}/generate"] = NeedsScope("books:write"),
            ["GET /api/v1/books/{bookId}/status"] = NeedsScope("books:read"),
            ["GET /api/v1/books/{bookId}/pages"] = NeedsScope("books:read"),
            ["GET /api/v1/books/{bookId}/pages/{number}"] = NeedsScope("books:read"),
            ["PATCH /api/v1/books/{bookId}/pages/{number}"] = NeedsScope("books:write"),
            ["POST /api/v1/books/{bookId}/pages/{number}/measure"] = NeedsScope("books:read"),
            ["POST /api/v1/books/{bookId}/pages/{number}/regenerate"] = NeedsScope("books:write"),
            ["POST /api/v1/books/{bookId}/pages/{number}/lock"] = NeedsScope("books:write"),
            ["POST /api/v1/books/{bookId}/pages/{number}/unlock"] = NeedsScope("books:write"),
            ["GET /api/v1/books/{bookId}/versions"] = NeedsScope("books:read"),
            ["POST /api/v1/books/{bookId}/versions/{number}/restore"] = NeedsScope("books:write"),
            ["POST /api/v1/books/{bookId}/restore"] = NeedsScope("books:write"),
            ["GET /api/v1/books/{bookId}/pages/{number}/svg"] = NeedsScope("books:read"),
            ["GET /api/v1/books/{bookId}/pages/{number}/png"] = NeedsScope("books:read"),
            ["GET /api/v1/books/{bookId}/download"] = NeedsScope("books:read"),

            ["GET /api/v1/models"] = NeedsScope("videos:read"),
            ["POST /api/v1/videos"] = NeedsScope("videos:write"),
            ["GET /api/v1/videos"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}"] = NeedsScope("videos:read"),
            ["DELETE /api/v1/videos/{videoId}"] = NeedsScope("videos:write"),
            ["POST /api/v1/videos/{videoId}/restore"] = NeedsScope("videos:write"),
            ["POST /api/v1/videos/{videoId}/render"] = NeedsScope("videos:write"),
            ["GET /api/v1/videos/{videoId}/storyboard"] = NeedsScope("videos:read"),
            ["PUT /api/v1/videos/{videoId}/storyboard"] = NeedsScope("videos:write"),
            ["GET /api/v1/videos/{videoId}/storyboard/{number}/svg"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}/file"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}/poster"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}/captions"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}/download"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}/watch"] = NeedsScope("videos:read"),
            ["GET /api/v1/videos/{videoId}/watch/{segment}"] = NeedsScope("videos:read"),

            ["GET /api/v1/admin/signing-keys"] = NeedsScope("admin"),
            ["POST /api/v1/admin/signing-keys/rotate"] = NeedsScope("admin"),
            ["GET /api/v1/admin/audit"] = NeedsScope("admin"),
            ["GET /api/v1/admin/audit/export"] = NeedsScope("admin"),
            ["GET /api/v1/admin/audit/check"] = NeedsScope("admin"),

            // The hub tells what happens to jobs.
            ["ANY /ws/events"] = NeedsScope("jobs:read"),
            ["ANY /ws/events/negotiate"] = NeedsScope("jobs:read"),

            ["GET /health"] = Open,
            ["GET /health/live"] = Open,
            ["GET /health/ready"] = Open,
            ["GET /health/details"] = NeedsScope("admin"),
            ["GET /openapi/{documentName}.json"] = Open,
            ["GET /"] = Open,
            ["GET /docs"] = Open,
            ["GET /docs/start.js"] = Open,
        };
}
