// The one sheet that every page needs.
import './tokens.css';
