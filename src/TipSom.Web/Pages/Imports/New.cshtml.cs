using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Imports;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Web.Binding;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Imports;

/// <summary>
/// Takes a register's file and keeps it sealed; nothing of it is a case yet. It stays in memory until then: no name is written to a disk in clear.
/// </summary>
[RequirePermission(Permission.ImportRegisters)]
[LargestForm(LargestBody), RequestFormLimits(MemoryBufferThreshold = LargestBody, MultipartBodyLengthLimit = LargestBody)]
public sealed class NewModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    private const int LargestBody = RegisterImport.FileMaxLength + (64 * 1024);
    private const string IsTooLarge = "This file is larger than 20 MB. Bring the register in year by year.";

    private IReadOnlyList<Unit> ownTree = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Register { get; set; }

    public IEnumerable<Choice> Units =>
        ownTree.Select(u => new Choice($"{u.Id}", new BilingualName(u.NameEn, u.NameUr).Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    public async Task OnGetAsync(bool tooLarge, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (tooLarge)
            ModelState.AddModelError(nameof(Register), texts[IsTooLarge]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Register is null || Register.Length == 0)
            ModelState.AddModelError(nameof(Register), texts["Choose the file of the register."]);
        else if (Register.Length > RegisterImport.FileMaxLength)
            ModelState.AddModelError(nameof(Register), texts[IsTooLarge]);
        if (!ModelState.IsValid)
            return Page();
        if (ownTree.FirstOrDefault(u => u.Id == Input.UnitId) is not { } unit)
            return NotFound();
        var file = await Register!.BytesAsync(ct);
        var format = RegisterFile.FormatOf(file);
        var lines = RegisterFile.Read(format, file);
        var import = RegisterImport.Upload(
            unit, format, lines.Count - 1, id => cipher.Seal(SealKinds.Register, id, file), user.Actor, clock.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/import/{import.Id}/columns");
    }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        ownTree = await db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct);
        return null;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the unit whose register it is.")]
        public Guid? UnitId { get; set; }
    }
}
