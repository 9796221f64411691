using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TipSom.Web.Security;

public static class Protectors
{
    /// <summary>What was sealed; null where there is nothing, where it is too old, or where it was sealed for something or somebody else.</summary>
    public static string? OpenOrNull(this ITimeLimitedDataProtector protector, string? sealedText)
    {
        try
        {
            return sealedText is null ? null : protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
