using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Referrals;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The slip that goes with the person: the one-time code that proves the arrival, and nothing that names anybody referred.</summary>
[RequirePermission(Permission.PrintArrivalSlips)]
public sealed class SlipModel(TipSomDbContext db, RecordCipher cipher, ArrivalCodes codes) : ReferralPageModel(db)
{
    public ReferralFacts Facts { get; private set; } = null!;

    public OpenedArrival? Arrival { get; private set; }

    /// <summary>The code in two groups of four digits; null where the person is not awaited.</summary>
    public string? Code { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Facts = await ReferralFacts.OfAsync(Db, Referral, Side, ct);
        if (Referral.Status != ReferralStatus.Accepted)
            return null;
        Arrival = await Db.ArrivalOfAsync(cipher, Referral, ct);
        var code = codes.For(Referral);
        Code = $"{code[..4]} {code[4..]}";
        return null;
    }

    public void OnGet()
    {
    }

    /// <summary>Prints a new slip; the old code stops working.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Referral.RenewArrivalSlip();
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}/slip");
    }

    protected override bool IsFor(Side side) => side == Side.Sender;
}
