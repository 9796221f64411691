using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider proves the arrival with the one-time code of the slip the person brings.</summary>
[RequirePermission(Permission.ConfirmArrivals)]
public sealed class ArrivalModel(TipSomDbContext db, ArrivalCodes codes, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReceivedPageModel(db)
{
    private const int CodeLength = 8;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override ReferralVerb Verb => ReferralVerb.ConfirmArrival;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var code = CodeIn(Input.Code);
        if (Input.Code is not null && code is null)
            ModelState.AddModelError("Input.Code", texts["The code has 8 digits. Write them as they stand on the slip."]);
        if (!ModelState.IsValid)
            return Page();
        var arrived = Referral.ConfirmArrival(codes.IsRight(Referral, code!), user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        if (arrived)
            return ToReferral();
        // A wrong code is an answer, not a refusal: the try that was counted is kept.
        ModelState.AddModelError("Input.Code", TriesLeft());
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private string TriesLeft() => (Referral.MaxWrongArrivalCodes - Referral.WrongArrivalCodes) switch
    {
        0 => texts["This code is not right either. Ask the officer to print a new slip."],
        1 => texts["This code is not right. 1 try is left."],
        var left => texts["This code is not right. {0} tries are left.", left]
    };

    // People read it out in groups, and phones write it with Urdu digits and with dashes of their own.
    private static string? CodeIn(string? typed)
    {
        var folded = Digits.Fold(typed ?? "");
        var digits = string.Concat(folded.Where(char.IsAsciiDigit));
        return digits.Length == CodeLength && folded.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || IsDash(c)) ? digits : null;
    }

    private static bool IsDash(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write the code from the slip."), StringLength(30)]
        public string? Code { get; set; }
    }
}
