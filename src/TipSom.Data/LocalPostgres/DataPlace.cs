using System.Globalization;

namespace TipSom.Data.LocalPostgres;

/// <summary>The directory of a durable cluster: taken by one program at a time, owned by and open to the server's user.</summary>
internal sealed class DataPlace : IDisposable
{
    private readonly FileStream taken;

    private DataPlace(string directory, ServerUser user, FileStream taken)
    {
        Directory = directory;
        User = user;
        this.taken = taken;
    }

    public string Directory { get; }
    public ServerUser User { get; }
    public string Log => Path.Combine(Directory, "server.log");

    /// <summary>The PostgreSQL that made the data; null when there are none yet.</summary>
    public int? Major =>
        Path.Combine(Directory, "data", "PG_VERSION") is var file && File.Exists(file)
            ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)
            : null;

    public static async Task<DataPlace> TakeAsync(string wanted, Action<string> say, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(wanted);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        var link = new DirectoryInfo(path);
        var directory = link.LinkTarget is null ? path : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var user = await ServerUser.ChooseAsync(directory, cancellation);
        if (!System.IO.Directory.Exists(directory))
        {
            // A link whose target was removed is of no use; a new one may take its place.
            if (link.LinkTarget is not null)
                link.Delete();
            directory = path;
            await CreateAsync(directory, user, cancellation);
            if (!await CanEnterAsync(directory, user, cancellation))
                directory = await MoveWithinReachAsync(path, user, say, cancellation);
        }
        else if (!await CanEnterAsync(directory, user, cancellation) && !await AdoptAsync(directory, user, cancellation))
        {
            throw new LocalPostgresException(
                $"The database's data in {directory} cannot be read by the user the database runs as: start the program as the user they belong to, or move them away.");
        }
        return new DataPlace(directory, user, Take(directory, path));
    }

    private static FileStream Take(string directory, string path)
    {
        try
        {
            // Held open, not written: it is free again however the program ends.
            return new FileStream(Path.Combine(directory, "taken"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalPostgresException(
                $"Another TipSom is running with the data in {path}: stop it first, or give this one its own database in ConnectionStrings__TipSom.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LocalPostgresException(
                $"The database's data in {path} belong to another user: start the program as that user, or move them away.", e);
        }
    }

    private static async Task CreateAsync(string directory, ServerUser user, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(directory);
        else
            System.IO.Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await GiveAsync(directory, user, cancellation);
    }

    private static async Task GiveAsync(string directory, ServerUser user, CancellationToken cancellation)
    {
        if (user.Ids is not { } ids)
            return;
        var (exitCode, output) = await Command.RunAsync(["chown", "-R", $"{ids.User}:{ids.Group}", directory], cancellation);
        if (exitCode != 0)
            throw new LocalPostgresException($"The directory {directory} could not be given to the user the database runs as ({output}).");
    }

    /// <summary>An empty directory of root's, or data root copied there, may be given away; anything else stays as it is.</summary>
    private static async Task<bool> AdoptAsync(string directory, ServerUser user, CancellationToken cancellation)
    {
        var isOurs = File.Exists(Path.Combine(directory, "data", "PG_VERSION"));
        if (user.Ids is null || (!isOurs && System.IO.Directory.EnumerateFileSystemEntries(directory).Any()))
            return false;
        await GiveAsync(directory, user, cancellation);
        return await CanEnterAsync(directory, user, cancellation);
    }

    private static async Task<bool> CanEnterAsync(string directory, ServerUser user, CancellationToken cancellation) =>
        OperatingSystem.IsWindows()
        || (await user.RunAsync(["/bin/sh", "-c", "cd \"$1\" && [ -w . ]", "enter", directory], cancellation)).ExitCode == 0;

    /// <summary>Below a directory closed to others, such as root's home, the server's user reaches nothing: the data go elsewhere, and a link says where.</summary>
    private static async Task<string> MoveWithinReachAsync(string path, ServerUser user, Action<string> say, CancellationToken cancellation)
    {
        System.IO.Directory.Delete(path);
        var parent = System.IO.Directory.CreateDirectory("/var/lib/tipsom").FullName;
        // Not derived from the path: a fresh clone in the same place must not find the data of the one before it.
        var directory = Path.Combine(parent, Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal));
        await CreateAsync(directory, user, cancellation);
        if (!await CanEnterAsync(directory, user, cancellation))
            throw new LocalPostgresException($"The user the database runs as can enter neither {path} nor {directory}.");
        System.IO.Directory.CreateSymbolicLink(path, directory);
        say($"Others may not enter {Path.GetDirectoryName(path)}, so the database's data are kept in {directory}.");
        return directory;
    }

    public void Dispose() => taken.Dispose();
}
