using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Gives the signed paper out: always as a file to keep, never shown inside the portal.</summary>
[RequirePermission(Permission.ReadAgreements)]
public sealed class PaperModel(TipSomDbContext db, RecordCipher cipher) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [FromRoute]
    public Guid DocumentId { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var content = await db.AgreementDocuments.Where(d => d.Id == DocumentId && d.AgreementId == Id).Select(d => d.SealedContent).SingleOrDefaultAsync(ct);
        return content is null
            ? NotFound()
            : File(cipher.Open<byte[]>(SealKinds.Agreement, DocumentId, content), "application/pdf", "agreement.pdf");
    }
}
