using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>How people are protected in court.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class ProtectionModel(TipSomDbContext db, CurrentUser user) : LawPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        var measures = Law?.Protection ?? CourtProtection.None;
        Input = new InputModel
        {
            InCamera = measures.InCamera,
            SealedRecord = measures.SealedRecord,
            VideoLink = measures.VideoLink,
            Pseudonym = measures.Pseudonym
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        TheLaw().Protect(Case, new CourtProtection(Input.InCamera, Input.SealedRecord, Input.VideoLink, Input.Pseudonym));
        await Db.SaveChangesAsync(ct);
        return ToLaw(LawNotice.Saved);
    }

    public sealed class InputModel
    {
        public bool InCamera { get; set; }

        public bool SealedRecord { get; set; }

        public bool VideoLink { get; set; }

        public bool Pseudonym { get; set; }
    }
}
