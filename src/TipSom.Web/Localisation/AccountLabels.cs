using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Pages.Users;

namespace TipSom.Web.Localisation;

/// <summary>The words of accounts and postings.</summary>
public static class AccountLabels
{
    /// <summary>What somebody in the role does, as a sentence.</summary>
    public static string SentenceOf(Role role) => role switch
    {
        Role.Officer => "Logs cases and victims at this unit, and sends referrals",
        Role.Supervisor => "Does the same for this unit and all below it, and decides",
        Role.Caseworker => "Answers referrals to this provider, and records care",
        Role.ProviderManager => "Does the same, and keeps services and places",
        Role.NationalCoordinator => "Watches every referral in the country, without identities",
        Role.NationalAdministrator => "Keeps agencies, agreements and reference data",
        Role.AgencyAdministrator => "Keeps the accounts of this unit and all below it",
        Role.Analyst => "Sees figures only",
        Role.Auditor => "Sees the audit trail only"
    };

    public static string Of(AccountShow show) => show switch
    {
        AccountShow.InUse => "In use",
        AccountShow.NotCome => "Invited, has not come",
        AccountShow.Dormant => "Not used for 45 days",
        AccountShow.Shut => "Shut"
    };

    public static string Of(AccountNotice notice) => notice switch
    {
        AccountNotice.Moved => "The posting is on record.",
        AccountNotice.Left => "The person has left. What waited for them was handed on.",
        AccountNotice.SessionsEnded => "Every session was ended.",
        AccountNotice.Disabled => "The account was shut.",
        AccountNotice.Enabled => "The account was opened again."
    };

    public static string Of(PostingEnd reason) => reason switch
    {
        PostingEnd.Transfer => "Moved to another unit",
        PostingEnd.ChangeOfRole => "Another role",
        PostingEnd.LeftService => "Left the service",
        PostingEnd.EndOfContract => "The contract ended",
        PostingEnd.Discipline => "Suspended or dismissed",
        PostingEnd.EnteredInError => "Entered in error"
    };

    public static string Of(RoleProposalKind kind) => kind switch
    {
        RoleProposalKind.Invite => "Invite to a national role",
        RoleProposalKind.Move => "Give a national role",
        RoleProposalKind.Recover => "Take the second factor away"
    };

    /// <summary>What somebody has besides the password.</summary>
    public static IEnumerable<string> Of(FactorKinds? factors)
    {
        if (factors?.HasApp == true)
            yield return "Authenticator app";
        if (factors?.HasCard == true)
            yield return "Printed card";
        if (factors?.HasKey == true)
            yield return "Security key";
    }
}
