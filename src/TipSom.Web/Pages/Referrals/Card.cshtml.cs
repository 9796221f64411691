using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>A card for the person to carry: a number that tells nobody anything, whom to call, and two rights in one line.</summary>
[RequirePermission(Permission.PrintCards)]
public sealed class CardModel(TipSomDbContext db) : ReferralPageModel(db)
{
    public bool IsPrinted => IsPrintedFor(Side, Referral.Status);

    /// <summary>The sender prints it from acceptance on, the provider once the person is there; nobody after care has ended.</summary>
    public static bool IsPrintedFor(Side side, ReferralStatus status) => side switch
    {
        Side.Sender => status is ReferralStatus.Accepted or ReferralStatus.InCare,
        Side.Recipient => status == ReferralStatus.InCare,
        Side.National => false
    };

    protected override bool IsFor(Side side) => side is Side.Sender or Side.Recipient;
}
