using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Binding;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Attaches the signed paper as a PDF.</summary>
[RequirePermission(Permission.ManageAgreements)]
[LargestForm(LargestBody), RequestFormLimits(MemoryBufferThreshold = LargestBody, MultipartBodyLengthLimit = LargestBody)]
public sealed class DocumentModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : AgreementPageModel(db)
{
    private const int LargestBody = AgreementDocument.MaxLength + (64 * 1024);
    private const string IsTooLarge = "This file is larger than 5 MB. Scan it again in black and white or with fewer dots.";

    [BindProperty]
    public IFormFile? Paper { get; set; }

    public void OnGet(bool tooLarge)
    {
        if (tooLarge)
            ModelState.AddModelError(nameof(Paper), texts[IsTooLarge]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Paper is null || Paper.Length == 0)
            ModelState.AddModelError(nameof(Paper), texts["Choose the PDF of the signed paper."]);
        else if (Paper.Length > AgreementDocument.MaxLength)
            ModelState.AddModelError(nameof(Paper), texts[IsTooLarge]);
        if (!ModelState.IsValid)
            return Page();
        var pdf = await Paper!.BytesAsync(ct);
        Db.Add(AgreementDocument.Attach(Agreement, pdf, (id, file) => cipher.Seal(SealKinds.Agreement, id, file), user.Actor, clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/agreements/{Id}");
    }
}
