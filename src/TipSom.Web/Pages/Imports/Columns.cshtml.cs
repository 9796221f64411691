using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Imports;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Imports;

/// <summary>Which column of the file holds what. The headings are recognised where they can be; the supervisor has the last word.</summary>
[RequirePermission(Permission.ImportRegisters)]
public sealed class ColumnsModel(TipSomDbContext db, RecordCipher cipher) : ImportPageModel(db)
{
    private string[] heading = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public static IReadOnlyList<RegisterField> Fields { get; } = Enum.GetValues<RegisterField>();

    public IEnumerable<Choice> Choices => heading.Select((text, i) => new Choice(i.ToString(CultureInfo.InvariantCulture), text.Length > 0 ? text : $"({i + 1})", IsOwnWords: true));

    public static bool IsRequired(RegisterField field) => field is RegisterField.District or RegisterField.Sex or RegisterField.Age;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (Import.Status != ImportStatus.Uploaded || Import.SealedFile is null)
            return LocalRedirect($"/import/{Id}");
        heading = RegisterFile.Read(Import.Format, cipher.Open<byte[]>(SealKinds.Register, Import.Id, Import.SealedFile))[0];
        return null;
    }

    public void OnGet() => Input.Columns =
        [.. (Import.Columns.Count > 0 ? Import.Columns : RegisterWords.Guess(heading)).Select(c => c < 0 ? (int?)null : c)];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var chosen = Fields.Select((_, i) => Input.Columns.ElementAtOrDefault(i) ?? -1).ToList();
        if (chosen.Exists(c => c < -1 || c >= heading.Length))
            return BadRequest();
        Import.Choose(chosen);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/import/{Id}");
    }

    public sealed class InputModel
    {
        public List<int?> Columns { get; set; } = [];
    }
}
