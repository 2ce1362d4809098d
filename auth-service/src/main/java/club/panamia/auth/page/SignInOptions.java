package club.panamia.auth.page;

import java.util.List;

/** Other ways in than a mail, for the sign-in page: a bean that implements this offers them, in their order. */
public interface SignInOptions {

    List<SignInOption> offered();
}
