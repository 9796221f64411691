using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;

namespace TipSom.Web.Security;

/// <summary>Keeps data-protection keys in the database, sealed under the master key: every portal shares them, and a dump opens no cookie.</summary>
public sealed class SealedProtectionKeys(IServiceScopeFactory scopes, RecordCipher cipher, ILogger<SealedProtectionKeys> log) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var kept = scope.ServiceProvider.GetRequiredService<TipSomDbContext>().ProtectionKeys.AsNoTracking().ToList();
        return [.. kept.Select(Opened).OfType<XElement>()];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var id = Guid.CreateVersion7();
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TipSomDbContext>();
        db.Add(new ProtectionKey { Id = id, SealedXml = cipher.Seal(SealKinds.ProtectionKey, id, element.ToString(SaveOptions.DisableFormatting)) });
        db.SaveChanges();
    }

    // One that cannot be opened ends the sessions that were begun under it, and no more than that.
    private XElement? Opened(ProtectionKey key)
    {
        try
        {
            return XElement.Parse(cipher.Open<string>(SealKinds.ProtectionKey, key.Id, key.SealedXml));
        }
        catch (CryptographicException)
        {
            log.LogError("A key of cookies and form tokens cannot be opened: its master key is away, or it was tampered with");
            return null;
        }
    }
}
