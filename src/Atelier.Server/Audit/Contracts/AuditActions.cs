namespace Atelier.Audit.Contracts;

/// <summary>The names of all that is recorded. They are stored, so a name once used stays.</summary>
internal static class AuditActions
{
    public const string Login = "login";
    public const string Logout = "logout";
    public const string SessionRevoked = "session.revoked";
    public const string SessionsRevoked = "session.all_revoked";
    public const string RefreshReused = "session.refresh_reused";

    public const string Registered = "user.registered";
    public const string Created = "user.created";
    public const string Imported = "user.imported";
    public const string RoleChanged = "user.role_changed";
    public const string Disabled = "user.disabled";
    public const string Enabled = "user.enabled";
    public const string Exported = "user.exported";
    public const string Deleted = "user.deleted";

    public const string PasswordChanged = "password.changed";
    public const string PasswordReset = "password.reset";
    public const string PasswordResetForced = "password.reset_forced";

    public const string EmailVerified = "email.verified";
    public const string EmailChanged = "email.changed";
    public const string FactorEnrolled = "factor.enrolled";
    public const string FactorRemoved = "factor.removed";
    public const string RecoveryCodeUsed = "factor.recovery_code_used";
    public const string RecoveryCodesRenewed = "factor.recovery_codes_renewed";
    public const string KeyCreated = "key.created";
    public const string KeyRevoked = "key.revoked";

    public const string WebhookCreated = "webhook.created";
    public const string WebhookChanged = "webhook.changed";
    public const string WebhookSecretChanged = "webhook.secret_changed";
    public const string WebhookDeleted = "webhook.deleted";
    public const string WebhookDisabled = "webhook.disabled";

    public const string SigningKeyAdded = "signing_key.added";

    public const string TaskCancelled = "task.cancelled";
    public const string TaskRetried = "task.retried";
    public const string LanePaused = "lane.paused";
    public const string LaneResumed = "lane.resumed";
    public const string LaneDrained = "lane.drained";

    public const string MirrorRebuilt = "mirror.rebuilt";
    public const string HostBlocked = "host.blocked";
    public const string HostUnblocked = "host.unblocked";
    public const string HostPaused = "host.paused";
    public const string HostResumed = "host.resumed";

    public const string PriceChanged = "price.changed";
    public const string BudgetChanged = "budget.changed";

    public const string CampaignStarted = "campaign.started";
    public const string CampaignScheduled = "campaign.scheduled";
    public const string CampaignUnscheduled = "campaign.unscheduled";
    public const string CampaignPaused = "campaign.paused";
    public const string CampaignResumed = "campaign.resumed";
    public const string CampaignCancelled = "campaign.cancelled";

    public const string CommentEdited = "comment.edited";
    public const string CommentApproved = "comment.approved";
    public const string CommentRejected = "comment.rejected";
    public const string CommentRegenerated = "comment.regenerated";

    public const string AccessDenied = "access.denied";
    public const string AuditExported = "audit.exported";
}
