using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace TipSom.Data.Encryption;

/// <summary>Where the master keys come from. Reading it says in a plain sentence what is wrong, and nowhere what a key is.</summary>
public abstract class MasterKeySource
{
    /// <summary>Longest ring that is read, in bytes.</summary>
    protected const int Longest = 64 * 1024;

    /// <summary>What <c>--new-master-key</c> tells who must add the key by hand.</summary>
    public abstract string HowToAdd { get; }

    /// <summary>Reads the ring as it is now.</summary>
    /// <exception cref="MasterKeyException">It cannot be had.</exception>
    public abstract KeyRing Read();
}

/// <summary>Keys that were given with the settings; they change when the program starts again.</summary>
public sealed class GivenKeys(byte[] current, params IEnumerable<byte[]> earlier) : MasterKeySource
{
    private readonly KeyRing ring = new([new("current", current), .. earlier.Select((key, i) => new MasterKey($"earlier-{i + 1}", key))]);

    public override string HowToAdd =>
        "The master keys come from the environment. Make a key with: openssl rand -base64 32. Add it to TipSom:EarlierMasterKeys of every portal "
        + "and start them one after the other; then make it TipSom:MasterKey, move the key that was there to TipSom:EarlierMasterKeys, and start them "
        + "again. Then run --rewrap-keys.";

    public override KeyRing Read() => ring;

    /// <summary>Reads a key as settings hold it.</summary>
    public static byte[] KeyOf(string setting, string base64)
    {
        var key = new byte[MasterKeys.KeyLength + 3];
        return Convert.TryFromBase64String(base64.Trim(), key, out var length) && length == MasterKeys.KeyLength
            ? key[..length]
            : throw new MasterKeyException($"{setting} is not 32 bytes in base 64.");
    }
}

/// <summary>A ring in a file that nobody but its owner may touch.</summary>
/// <param name="path">The file.</param>
/// <param name="setting">The setting that names it, for the sentences.</param>
/// <param name="forbidden">The rights that nobody may have; on Windows none is checked.</param>
public class FileKeys(string path, string setting = "TipSom:Keys:File", UnixFileMode forbidden = FileKeys.GroupAndOthers) : MasterKeySource
{
    internal const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    internal const UnixFileMode GroupAndOthers = Others | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;

    public string Path => path;

    public override string HowToAdd => $"The key is written into {path}.";

    public override KeyRing Read()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // Asked of the open file, so that nobody changes it in between.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & forbidden) != 0)
                throw new MasterKeyException($"{path}, named by {setting}, may be used by others than its owner. Say: chmod 600 {path}");
            if (file.Length > Longest)
                throw new MasterKeyException($"{path}, named by {setting}, is too long for a key ring.");
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return KeyRing.Read(content);
        }
        catch (MasterKeyException wrong) when (!wrong.Message.Contains(path, StringComparison.Ordinal))
        {
            throw new MasterKeyException($"{path}, named by {setting}: {wrong.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"{path}, named by {setting}, cannot be read: {ReasonOf(failure)}.");
        }
    }

    /// <summary>Writes a new key before the others: whole or not at all, with the rights and the owner the file has.</summary>
    /// <returns>The new key, which seals from now on.</returns>
    public MasterKey AddKey(TimeProvider clock)
    {
        var ring = Read();
        var day = string.Create(CultureInfo.InvariantCulture, $"key-{clock.GetUtcNow():yyyy-MM-dd}");
        var name = Enumerable.Range(1, ring.Keys.Count + 1).Select(n => n == 1 ? day : $"{day}-{n}").First(free => ring.Keys.All(k => k.Name != free));
        var key = new MasterKey(name, RandomNumberGenerator.GetBytes(MasterKeys.KeyLength));
        var aside = $"{path}.new";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = File.GetUnixFileMode(path);
            using (var file = new FileStream(aside, options))
            {
                file.Write(new KeyRing([key, .. ring.Keys]).Write());
                file.Flush(flushToDisk: true);
            }

            GiveTheOwner(aside);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new MasterKeyException(File.Exists(aside)
                ? $"{aside} is there already. Somebody else may be adding a key; where nobody is, delete that file and try again."
                : $"{path} cannot be written anew: {ReasonOf(failure)}. The keys are as they were.");
        }

        return key;
    }

    // A file that root writes is root's: the portal could not read it any more.
    private void GiveTheOwner(string aside)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return;
        using var chown = Process.Start(new ProcessStartInfo("/usr/bin/chown", [$"--reference={path}", aside]))!;
        chown.WaitForExit();
        if (chown.ExitCode == 0)
            return;
        File.Delete(aside);
        throw new UnauthorizedAccessException();
    }

    private static string ReasonOf(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "this user may not read it",
        _ => "the system refuses it"
    };
}

/// <summary>A credential that systemd hands to the service (<c>LoadCredential=</c> or <c>LoadCredentialEncrypted=</c>).</summary>
/// <remarks>systemd lets the service's user read it by an access list, which shows as a right of the group; others have none.</remarks>
public sealed class CredentialKeys(string directory, string name) : FileKeys(System.IO.Path.Combine(directory, name), "TipSom:Keys:Credential", Others)
{
    public override string HowToAdd =>
        $"The master keys come from the systemd credential {name}. Make a key with: openssl rand -base64 32. Put it, with a name before it, "
        + "into the last line of the credential of every portal and start them one after the other; then move it to the first line, and start them again. "
        + "Then run --rewrap-keys.";

    /// <summary>The credential of that name; refuses where systemd hands over none.</summary>
    public static CredentialKeys Of(string? directory, string name)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAny('/', '\\') || name.StartsWith('.'))
            throw new MasterKeyException("TipSom:Keys:Credential is the name of a systemd credential, without a path.");
        return directory is { Length: > 0 }
            ? new CredentialKeys(directory, name)
            : throw new MasterKeyException("TipSom:Keys:Source is Credential, but systemd hands over no credential: CREDENTIALS_DIRECTORY is not set.");
    }
}
