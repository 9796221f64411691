namespace TipSom.Domain.Identity;

/// <summary>May somebody in this role do this? The whole answer: one row a role.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Everyone = [Permission.SeeOwnWork, Permission.ReadNotifications, Permission.KeepOwnAccount];

    private static readonly Permission[] CaseWork =
    [
        Permission.ReadCases, Permission.FindPeople, Permission.ConnectPeople, Permission.LogCases, Permission.AssessPeople, Permission.RecordConsent,
        Permission.KeepLaw, Permission.OpenIdentities, Permission.OpenInEmergency, Permission.FollowEmergencies, Permission.KeepSuspects,
        Permission.SendReferrals, Permission.ReadSentReferrals, Permission.WithdrawReferrals, Permission.PrintArrivalSlips,
        Permission.PrintCards, Permission.ReadReferrals, Permission.WriteMessages, Permission.ReadProviders, Permission.ReadAgreements,
        Permission.CloseCases, Permission.PrintCases, Permission.ProposeSharing, Permission.WriteCaseNotes, Permission.KeepDocuments,
        Permission.OpenDocuments, Permission.ReadLooks
    ];

    private static readonly Permission[] Care =
    [
        Permission.ReadInbox, Permission.AnswerReferrals, Permission.ConfirmArrivals, Permission.CloseReferrals, Permission.ConfirmPlaces,
        Permission.KeepCare, Permission.PrintCards, Permission.ReadReferrals, Permission.WriteMessages, Permission.ReadProviders, Permission.ReadAgreements
    ];

    /// <summary>The permissions of a role. A new role without a row does not compile.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => role switch
    {
        Role.Officer => [.. Everyone, .. CaseWork],
        Role.Supervisor =>
        [
            .. Everyone, .. CaseWork, Permission.VoidReferrals, Permission.OverrideAgreements, Permission.ReadBoard,
            Permission.RemindReferrals, Permission.HandOverCases, Permission.ImportRegisters, Permission.ReopenCases, Permission.DecideSharing, Permission.LookAtAccusations,
            Permission.RedactTexts, Permission.AskErasures, Permission.DecideErasures,
            Permission.ApproveEmergencies, Permission.ReviewEmergencies
        ],
        Role.Caseworker => [.. Everyone, .. Care],
        Role.ProviderManager => [.. Everyone, .. Care, Permission.KeepServices, Permission.ApproveAgreements],
        Role.NationalCoordinator =>
        [
            .. Everyone, Permission.ReadReferrals, Permission.ReviewDeclines, Permission.ReviewOverrides, Permission.PlaceNeeds,
            Permission.ReadBoard, Permission.RemindReferrals, Permission.ReadProviders, Permission.ReadAgreements, Permission.ApproveAgreements,
            Permission.OpenInEmergency, Permission.FollowEmergencies, Permission.ApproveEmergencies, Permission.ReviewEmergencies
        ],
        Role.NationalAdministrator =>
        [
            .. Everyone, Permission.ReadProviders, Permission.ReadAgreements, Permission.ManageAgreements, Permission.ReadMailDelivery,
            Permission.KeepClocks, Permission.KeepPeople, Permission.KeepAgencies, Permission.SwitchEmergencies
        ],
        Role.AgencyAdministrator => [.. Everyone, Permission.ReadProviders, Permission.ReadAgreements, Permission.DecideErasures, Permission.KeepPeople, Permission.KeepUnits],
        Role.Analyst => [.. Everyone],
        Role.Auditor => [.. Everyone, Permission.ReadAudit, Permission.FollowEmergencies, Permission.ReviewEmergencies]
    };

    /// <summary>Whether the role holds the permission.</summary>
    public static bool Allows(this Role role, Permission permission) => Of(role).Contains(permission);
}
