using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Tests.Identity;

public sealed class RolePermissionsTests
{
    /// <summary>Who may do what, written out a second time: giving a role a right takes a change here, and so a reader.</summary>
    private const string Expected = """
                            Officer Supervisor Caseworker ProviderManager NationalCoordinator NationalAdministrator AgencyAdministrator Analyst Auditor
        SeeOwnWork          yes     yes        yes        yes             yes                 yes                   yes                 yes     yes
        ReadCases           yes     yes        -          -               -                   -                     -                   -       -
        FindPeople          yes     yes        -          -               -                   -                     -                   -       -
        ConnectPeople       yes     yes        -          -               -                   -                     -                   -       -
        LogCases            yes     yes        -          -               -                   -                     -                   -       -
        AssessPeople        yes     yes        -          -               -                   -                     -                   -       -
        RecordConsent       yes     yes        -          -               -                   -                     -                   -       -
        KeepLaw             yes     yes        -          -               -                   -                     -                   -       -
        OpenIdentities      yes     yes        -          -               -                   -                     -                   -       -
        OpenInEmergency     yes     yes        -          -               yes                 -                     -                     -       -
        FollowEmergencies   yes     yes        -          -               yes                 -                     -                     -       yes
        ApproveEmergencies  -       yes        -          -               yes                 -                     -                     -       -
        ReviewEmergencies   -       yes        -          -               yes                 -                     -                     -       yes
        SwitchEmergencies   -       -          -          -               -                   yes                   -                     -       -
        KeepSuspects        yes     yes        -          -               -                   -                     -                   -       -
        LookAtAccusations   -       yes        -          -               -                   -                     -                   -       -
        SendReferrals       yes     yes        -          -               -                   -                     -                   -       -
        ReadSentReferrals   yes     yes        -          -               -                   -                     -                   -       -
        WithdrawReferrals   yes     yes        -          -               -                   -                     -                   -       -
        VoidReferrals       -       yes        -          -               -                   -                     -                   -       -
        OverrideAgreements  -       yes        -          -               -                   -                     -                   -       -
        ReviewDeclines      -       -          -          -               yes                 -                     -                   -       -
        ReviewOverrides     -       -          -          -               yes                 -                     -                   -       -
        PlaceNeeds          -       -          -          -               yes                 -                     -                   -       -
        PrintArrivalSlips   yes     yes        -          -               -                   -                     -                   -       -
        ReadInbox           -       -          yes        yes             -                   -                     -                   -       -
        AnswerReferrals     -       -          yes        yes             -                   -                     -                   -       -
        ConfirmArrivals     -       -          yes        yes             -                   -                     -                   -       -
        CloseReferrals      -       -          yes        yes             -                   -                     -                   -       -
        ConfirmPlaces       -       -          yes        yes             -                   -                     -                   -       -
        KeepServices        -       -          -          yes             -                   -                     -                   -       -
        KeepCare            -       -          yes        yes             -                   -                     -                   -       -
        PrintCards          yes     yes        yes        yes             -                   -                     -                   -       -
        ReadReferrals       yes     yes        yes        yes             yes                 -                     -                   -       -
        WriteMessages       yes     yes        yes        yes             -                   -                     -                   -       -
        ReadProviders       yes     yes        yes        yes             yes                 yes                   yes                 -       -
        ReadAgreements      yes     yes        yes        yes             yes                 yes                   yes                 -       -
        ManageAgreements    -       -          -          -               -                   yes                   -                     -       -
        ApproveAgreements   -       -          -          yes             yes                 -                     -                   -       -
        ReadBoard           -       yes        -          -               yes                 -                     -                   -       -
        RemindReferrals     -       yes        -          -               yes                 -                     -                   -       -
        HandOverCases       -       yes        -          -               -                   -                     -                   -       -
        ImportRegisters     -       yes        -          -               -                   -                     -                   -       -
        CloseCases          yes     yes        -          -               -                   -                     -                   -       -
        ReopenCases         -       yes        -          -               -                   -                     -                   -       -
        RedactTexts         -       yes        -          -               -                   -                     -                   -       -
        AskErasures         -       yes        -          -               -                   -                     -                   -       -
        DecideErasures      -       yes        -          -               -                   -                     yes                 -       -
        PrintCases          yes     yes        -          -               -                   -                     -                   -       -
        ProposeSharing      yes     yes        -          -               -                   -                     -                   -       -
        DecideSharing       -       yes        -          -               -                   -                     -                   -       -
        WriteCaseNotes      yes     yes        -          -               -                   -                     -                   -       -
        KeepDocuments       yes     yes        -          -               -                   -                     -                   -       -
        OpenDocuments       yes     yes        -          -               -                   -                     -                   -       -
        ReadLooks           yes     yes        -          -               -                   -                     -                   -       -
        ReadAudit           -       -          -          -               -                   -                     -                   -       yes
        ReadNotifications   yes     yes        yes        yes             yes                 yes                   yes                 yes     yes
        ReadMailDelivery    -       -          -          -               -                   yes                   -                   -       -
        KeepClocks          -       -          -          -               -                   yes                   -                   -       -
        KeepPeople          -       -          -          -               -                   yes                   yes                 -       -
        KeepUnits           -       -          -          -               -                   -                     yes                 -       -
        KeepAgencies        -       -          -          -               -                   yes                   -                   -       -
        ReadReturns         yes     yes        yes        yes             yes                 yes                   -                     yes     -
        WriteReturns        yes     yes        yes        yes             -                   -                     -                     -       -
        SignOffReturns      -       yes        -          yes             -                   -                     -                     -       -
        FollowReturns       -       -          -          -               yes                 yes                   -                     -       -
        KeepReleases        -       -          -          -               -                   yes                   -                   -       -
        KeepPublishedFigures -       -          -          -               -                   yes                   -                     -       -
        ExportFigures       -       -          -          -               -                   yes                   -                     yes     -
        KeepExportTemplates -       -          -          -               -                   yes                   -                     -       -
        ReadStatistics      -       yes        -          -               yes                 yes                   -                     yes     -
        KeepOwnAccount      yes     yes        yes        yes             yes                 yes                   yes                 yes     yes
        """;

    private static readonly Dictionary<(Role, Permission), bool> Table = Read(Expected);

    public static TheoryData<Role, Permission> Pairs => [.. from role in Enum.GetValues<Role>()
                                                           from permission in Enum.GetValues<Permission>()
                                                           select (role, permission)];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_role_holds_what_the_table_says(Role role, Permission permission)
    {
        Assert.True(Table.TryGetValue((role, permission), out var allowed), $"Say in the table whether {role} holds {permission}.");
        Assert.Equal(allowed, role.Allows(permission));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void No_permission_is_listed_twice(Role role) => Assert.Distinct(RolePermissions.Of(role));

    [Theory]
    [InlineData(Role.Caseworker)]
    [InlineData(Role.ProviderManager)]
    public void A_provider_never_reads_cases_nor_acts_for_the_sender(Role role) => Lacks(
        role, Permission.ReadCases, Permission.LogCases, Permission.AssessPeople, Permission.RecordConsent, Permission.OpenIdentities,
        Permission.SendReferrals, Permission.WithdrawReferrals, Permission.PrintArrivalSlips, Permission.ReadBoard, Permission.ReadAudit,
        Permission.ProposeSharing, Permission.DecideSharing, Permission.WriteCaseNotes);

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Supervisor)]
    public void Who_sends_never_answers_for_the_provider(Role role) => Lacks(
        role, Permission.ReadInbox, Permission.AnswerReferrals, Permission.ConfirmArrivals, Permission.CloseReferrals, Permission.ReadAudit);

    [Theory]
    [InlineData(Role.NationalCoordinator)]
    [InlineData(Role.NationalAdministrator)]
    [InlineData(Role.AgencyAdministrator)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    public void Who_works_on_no_case_never_opens_an_identity_nor_moves_a_referral(Role role) => Lacks(
        role, Permission.ReadCases, Permission.OpenIdentities, Permission.RecordConsent, Permission.SendReferrals, Permission.WithdrawReferrals,
        Permission.PrintArrivalSlips, Permission.AnswerReferrals, Permission.ConfirmArrivals, Permission.CloseReferrals);

    [Fact]
    public void Who_works_for_a_committee_reports_and_sees_no_case()
    {
        foreach (var role in new[] { Role.Officer, Role.Supervisor })
        {
            Assert.True(role.Allows(Permission.WriteReturns, AgencyKind.Committee));
            foreach (var permission in new[] { Permission.ReadCases, Permission.LogCases, Permission.FindPeople, Permission.OpenInEmergency, Permission.SendReferrals, Permission.ReadBoard })
                Assert.False(role.Allows(permission, AgencyKind.Committee));
        }

        Assert.True(Role.Officer.Allows(Permission.LogCases, AgencyKind.Police));
        Assert.True(Role.AgencyAdministrator.Allows(Permission.KeepUnits, AgencyKind.Committee));
        Assert.False(Role.Officer.Allows(Permission.SignOffReturns, AgencyKind.Committee));
    }

    private static void Lacks(Role role, params Permission[] permissions) =>
        Assert.DoesNotContain(permissions, p => role.Allows(p));

    private static Dictionary<(Role, Permission), bool> Read(string table)
    {
        var rows = table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var roles = rows[0].Select(Enum.Parse<Role>).ToList();
        return (from row in rows.Skip(1)
                from column in Enumerable.Range(0, roles.Count)
                select (Pair: (roles[column], Enum.Parse<Permission>(row[0])), Allowed: row[column + 1] == "yes"))
            .ToDictionary(cell => cell.Pair, cell => cell.Allowed);
    }
}
