using TipSom.Domain.Agencies;

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

    private static readonly Permission[] Reporting = [Permission.ReadReturns, Permission.WriteReturns];

    private static readonly Permission[] OfCommittees =
        [.. Everyone, .. Reporting, Permission.SignOffReturns, Permission.ReadStatistics, Permission.ReadProviders];

    private static readonly Permission[] NationalFigures = [Permission.ReadReturns, Permission.FollowReturns, Permission.ReadStatistics];

    /// <summary>The permissions of a role. A new role without a row does not compile.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => role switch
    {
        Role.Officer => [.. Everyone, .. CaseWork, .. Reporting],
        Role.Supervisor =>
        [
            .. Everyone, .. CaseWork, .. Reporting, Permission.SignOffReturns, Permission.ReadStatistics, Permission.VoidReferrals, Permission.OverrideAgreements, Permission.ReadBoard,
            Permission.RemindReferrals, Permission.HandOverCases, Permission.ImportRegisters, Permission.ReopenCases, Permission.DecideSharing, Permission.LookAtAccusations,
            Permission.RedactTexts, Permission.AskErasures, Permission.DecideErasures,
            Permission.ApproveEmergencies, Permission.ReviewEmergencies
        ],
        Role.Caseworker => [.. Everyone, .. Care, .. Reporting],
        Role.ProviderManager =>
        [
            .. Everyone, .. Care, .. Reporting, Permission.SignOffReturns, Permission.KeepServices, Permission.ApproveAgreements
        ],
        Role.NationalCoordinator =>
        [
            .. Everyone, .. NationalFigures, Permission.ReadReferrals, Permission.ReviewDeclines, Permission.ReviewOverrides, Permission.PlaceNeeds,
            Permission.ReadBoard, Permission.RemindReferrals, Permission.ReadProviders, Permission.ReadAgreements, Permission.ApproveAgreements,
            Permission.OpenInEmergency, Permission.FollowEmergencies, Permission.ApproveEmergencies, Permission.ReviewEmergencies
        ],
        Role.NationalAdministrator =>
        [
            .. Everyone, .. NationalFigures, Permission.KeepPublishedFigures, Permission.KeepReleases, Permission.ReadProviders, Permission.ReadAgreements, Permission.ManageAgreements, Permission.ReadMailDelivery,
            Permission.KeepClocks, Permission.KeepPeople, Permission.KeepAgencies, Permission.SwitchEmergencies,
            Permission.ExportFigures, Permission.KeepExportTemplates
        ],
        Role.AgencyAdministrator => [.. Everyone, Permission.ReadProviders, Permission.ReadAgreements, Permission.DecideErasures, Permission.KeepPeople, Permission.KeepUnits],
        Role.Analyst => [.. Everyone, Permission.ReadReturns, Permission.ReadStatistics, Permission.ExportFigures],
        Role.Auditor => [.. Everyone, Permission.ReadAudit, Permission.FollowEmergencies, Permission.ReviewEmergencies]
    };

    /// <summary>Whether the role holds the permission.</summary>
    public static bool Allows(this Role role, Permission permission) => Of(role).Contains(permission);

    /// <summary>Whether the role holds the permission in an agency of this kind: a committee reports, and works on no case.</summary>
    public static bool Allows(this Role role, Permission permission, AgencyKind kind) =>
        role.Allows(permission) && (kind != AgencyKind.Committee || role == Role.AgencyAdministrator || OfCommittees.Contains(permission));
}
