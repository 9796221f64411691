using System.Security.Cryptography;

namespace TipSom.Data.Audit;

/// <summary>The key that signs anchors: a PEM file that only its owner reads, and that is not in the database.</summary>
public static class SigningKey
{
    /// <summary>Reads a private or a public key.</summary>
    public static ECDsa Read(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    /// <summary>Reads the private key; refuses one that others on this machine may read.</summary>
    public static ECDsa ReadOwn(string path)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0)
            throw new InvalidOperationException("TipSom:Audit:SigningKey may be read by others than its owner. Run chmod 600 on it.");
        return Read(path);
    }

    /// <summary>Makes a key where there is none, with the public half beside it under the ending <c>.pub</c>.</summary>
    public static void Make(string path)
    {
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(path, options))
            file.Write(key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(path + ".pub", key.ExportSubjectPublicKeyInfoPem());
    }
}
